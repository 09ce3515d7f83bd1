#!/usr/bin/env bash
# Installs iamlint for action.yml and writes the output "binary".
#
#   INPUT_VERSION   a release or a full commit SHA; empty: as ACTION_REF says
#   ACTION_REF      the ref this action is used at; empty for a local path
#   IAMLINT_RELEASES  where release archives are, for a mirror (https:, file:)
#
# Bash 3.2 must do: it is what macOS has.
set -euo pipefail

module=github.com/iamlint/iamlint
releases=${IAMLINT_RELEASES:-https://$module/releases/download}
is_release='^v?([0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?)$'
is_commit='^[0-9a-f]{40}$'

fail() {
	echo "::error title=iamlint::$1"
	exit 1
}

# native PATH: the path in a form that this shell and Windows programs share.
native() {
	if [ "${RUNNER_OS:-}" = Windows ] && command -v cygpath >/dev/null; then
		cygpath -m "$1"
	else
		printf '%s\n' "$1"
	fi
}

case ${RUNNER_OS:-} in
Linux) os=linux exe=iamlint ;;
macOS) os=darwin exe=iamlint ;;
Windows) os=windows exe=iamlint.exe ;;
*) fail "no iamlint for the operating system '${RUNNER_OS:-}'" ;;
esac
case ${RUNNER_ARCH:-} in
X64) arch=amd64 ;;
ARM64) arch=arm64 ;;
*) fail "no iamlint for the architecture '${RUNNER_ARCH:-}'" ;;
esac

temp=$(native "${RUNNER_TEMP:?}")
cache=$(native "${RUNNER_TOOL_CACHE:-$temp/tools}")/iamlint

sha256() {
	if command -v sha256sum >/dev/null; then
		sha256sum "$1"
	else
		shasum -a 256 "$1"
	fi | sed 's/^\\//; s/ .*//'
}

# download URL FILE
download() {
	local protocols='=https' # of redirects too
	case $1 in
	https:*) ;;
	*) protocols=+all ;;
	esac
	curl --fail --silent --show-error --location --retry 3 --proto "$protocols" --output "$2" "$1"
}

# from_release VERSION DIR: the archive's program in DIR, once its hash is right.
from_release() {
	local archive=iamlint_$1_${os}_$arch.tar.gz want got
	cd "$2"
	download "$releases/v$1/checksums.txt" checksums.txt || fail "cannot download the checksums of iamlint $1"
	download "$releases/v$1/$archive" "$archive" || fail "cannot download $archive"
	want=$(awk -v name="$archive" '$2 == name || $2 == "*" name { print $1; exit }' checksums.txt)
	got=$(sha256 "$archive")
	[ -n "$want" ] || fail "checksums.txt of iamlint $1 does not list $archive"
	[ "$got" = "$want" ] || fail "$archive has the SHA-256 $got, but $want is published"
	tar -xzf "$archive" "$exe"
	rm "$archive" checksums.txt
}

need_go() {
	command -v go >/dev/null || fail "iamlint must be built here, and there is no Go: add actions/setup-go, or use a released version"
}

# from_commit SHA DIR
from_commit() {
	need_go
	GOBIN=$2 CGO_ENABLED=0 go install -trimpath "$module/cmd/iamlint@$1" || fail "cannot build iamlint at $1"
}

# from_source DIR: this action's own checkout.
from_source() {
	need_go
	cd "$GITHUB_ACTION_PATH"
	GOBIN=$1 CGO_ENABLED=0 go install -trimpath -buildvcs=false ./cmd/iamlint || fail "cannot build iamlint from its source"
}

new=
trap 'rm -rf "$new"' EXIT

# cached KEY COMMAND...: runs the command with a new directory as its last
# argument and moves that to the tool cache, unless the cache has the key.
cached() {
	local dir=$cache/$1/$arch
	shift
	binary=$dir/$exe
	if [ -f "$dir.complete" ] && [ -x "$binary" ]; then
		echo "using $binary"
		return
	fi
	mkdir -p "${dir%/*}"
	new=$(mktemp -d "$dir.XXXXXX")
	chmod 755 "$new"
	("$@" "$new")
	rm -rf "$dir"
	mv "$new" "$dir"
	new=
	: >"$dir.complete"
}

version=${INPUT_VERSION:-}
if [ -z "$version" ] && [[ ${ACTION_REF:-} =~ $is_release ]]; then
	version=$ACTION_REF
fi
if [[ $version =~ $is_release ]]; then
	version=${BASH_REMATCH[1]}
	cached "$version" from_release "$version"
elif [[ $version =~ $is_commit ]]; then
	cached "$version" from_commit "$version"
elif [ -n "$version" ]; then
	fail "version must be a release such as 0.1.0 or a full commit SHA"
elif [[ ${ACTION_REF:-} =~ $is_commit ]]; then
	cached "$ACTION_REF" from_source
else # a branch or a path: what it holds may change, so it is not kept
	dir=$(mktemp -d "$temp/iamlint.XXXXXX")
	(from_source "$dir")
	binary=$dir/$exe
fi

"$binary" version || fail "the installed iamlint does not run"
echo "binary=$binary" >>"${GITHUB_OUTPUT:?}"
