#!/usr/bin/env bash
# Tests install.sh and run.sh on Linux and macOS: a made-up release in a
# directory, a stub for the linter, and the environment of a runner.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset GITHUB_ACTIONS IAMLINT_BINARY INPUT_VERSION ACTION_REF

case $(uname -s) in
Linux) RUNNER_OS=Linux os=linux ;;
Darwin) RUNNER_OS=macOS os=darwin ;;
*)
	echo "not for this system"
	exit 2
	;;
esac
case $(uname -m) in
x86_64) RUNNER_ARCH=X64 arch=amd64 ;;
*) RUNNER_ARCH=ARM64 arch=arm64 ;;
esac
export RUNNER_OS RUNNER_ARCH
export RUNNER_TEMP="$work/temp dir" RUNNER_TOOL_CACHE="$work/tools" GITHUB_OUTPUT="$work/output"
export IAMLINT_RELEASES="file://$work/releases"
mkdir -p "$RUNNER_TEMP" "$RUNNER_TOOL_CACHE" "$work/tree/sub dir"

# The stub writes down its arguments, one a line, and does what STUB_ says.
stub=$work/iamlint
cat >"$stub" <<'STUB'
#!/bin/sh
if [ "$1" = version ]; then
	echo "iamlint stub"
	exit 0
fi
: >"$STUB_LOG"
for arg; do
	printf '%s\n' "$arg" >>"$STUB_LOG"
	case $arg in
	sarif=*) [ "${STUB_CODE:-0}" = 2 ] || echo '{}' >"${arg#sarif=}" ;;
	compact=*) printf "${STUB_FINDINGS:-}" >"${arg#compact=}" ;;
	esac
done
exit "${STUB_CODE:-0}"
STUB
chmod +x "$stub"
export STUB_LOG="$work/arguments"

# publish VERSION [HASH]: a release; HASH instead of the right one.
publish() {
	local dir="$work/releases/v$1" archive="iamlint_$1_${os}_$arch.tar.gz"
	mkdir -p "$dir"
	tar -czf "$dir/$archive" -C "$work" iamlint
	(
		cd "$dir"
		echo "0000  x$archive"
		if command -v sha256sum >/dev/null; then sha256sum "$archive"; else shasum -a 256 "$archive"; fi
	) >"$dir/checksums.txt"
	if [ -n "${2:-}" ]; then
		echo "$2  $archive" >"$dir/checksums.txt"
	fi
}

failures=0
# check NAME GOT WANT
check() {
	if [ "$2" = "$3" ]; then
		echo "ok    $1"
	else
		printf 'FAIL  %s\n got: %s\nwant: %s\n' "$1" "$2" "$3"
		failures=$((failures + 1))
	fi
}
# output KEY
output() { sed -n "s/^$1=//p" "$GITHUB_OUTPUT"; }
# install [NAME=VALUE...]: runs install.sh; its exit code in $code, its log in $log.
install() {
	: >"$GITHUB_OUTPUT"
	code=0
	log=$(env "$@" bash "$here/install.sh" 2>&1) || code=$?
}
# run [NAME=VALUE...]: likewise run.sh, in the tree.
run() {
	: >"$GITHUB_OUTPUT"
	rm -f "$STUB_LOG"
	code=0
	log=$(cd "$work/tree" && env IAMLINT_BINARY="$stub" "$@" bash "$here/run.sh" 2>&1) || code=$?
	arguments=
	[ ! -f "$STUB_LOG" ] || arguments=$(sed "s|$RUNNER_TEMP/iamlint\.[^/]*/|TEMP/|" "$STUB_LOG" | tr '\n' '|')
}

publish 0.1.0
publish 0.2.0 "$(printf '0%.0s' $(seq 64))"
publish 0.3.0
echo "0000  other.tar.gz" >"$work/releases/v0.3.0/checksums.txt"
tools=$RUNNER_TOOL_CACHE/iamlint

install INPUT_VERSION=0.1.0
check "a release is installed" "$code $(output binary)" "0 $tools/0.1.0/$arch/iamlint"
check "nothing but the program is kept" "$(ls "$tools/0.1.0/$arch")" iamlint
mv "$work/releases/v0.1.0" "$work/gone"
install INPUT_VERSION=v0.1.0
check "the tool cache is used" "$code $(output binary)" "0 $tools/0.1.0/$arch/iamlint"
mv "$work/gone" "$work/releases/v0.1.0"
rm -rf "$tools"
install ACTION_REF=v0.1.0
check "the action's own tag is the default" "$code $(output binary)" "0 $tools/0.1.0/$arch/iamlint"

install INPUT_VERSION=0.2.0
check "a wrong hash is refused" "$code $(output binary)" "1 "
check "and said" "$(grep -c 'SHA-256' <<<"$log")" 1
check "and nothing is kept of it" "$(find "$tools/0.2.0" -type f)" ""
install INPUT_VERSION=0.3.0
check "an archive without a hash is refused" "$code $(output binary)" "1 "
install INPUT_VERSION=9.9.9
check "a release that is not there is refused" "$code $(output binary)" "1 "
# shellcheck disable=SC2016
for version in latest main 1 '0.1.0; touch pwned' '$(touch pwned)' ../0.1.0; do
	install INPUT_VERSION="$version"
	check "version '$version' is refused" "$code $(output binary)" "1 "
done
install INPUT_VERSION=0.1.0 RUNNER_OS=Plan9
check "an unknown system is refused" "$code" 1
install INPUT_VERSION=0.1.0 RUNNER_ARCH=S390X
check "an unknown architecture is refused" "$code" 1

# Builds, with a stand-in for the go command.
mkdir "$work/bin" "$work/source"
cat >"$work/bin/go" <<GO
#!/bin/sh
echo "\$PWD: go \$*" >"$work/go"
cp "$stub" "\$GOBIN/iamlint"
GO
chmod +x "$work/bin/go"
sha=0123456789abcdef0123456789abcdef01234567
source=$(cd "$work/source" && pwd -P)
install PATH="$work/bin:$PATH" INPUT_VERSION=$sha
check "a commit is built" "$code $(output binary)" "0 $tools/$sha/$arch/iamlint"
check "from the module" "$(sed 's/.* //' "$work/go")" "github.com/iamlint/iamlint/cmd/iamlint@$sha"
rm -rf "$tools" "$work/go"
install PATH="$work/bin:$PATH" ACTION_REF=$sha GITHUB_ACTION_PATH="$source"
check "an action pinned by commit is built from its source" "$code $(sed 's/:.* / /' "$work/go") $(output binary)" \
	"0 $source ./cmd/iamlint $tools/$sha/$arch/iamlint"
rm -rf "$tools"
install PATH="$work/bin:$PATH" ACTION_REF=main GITHUB_ACTION_PATH="$source"
check "so is a branch, and not kept" "$code $(ls "$RUNNER_TOOL_CACHE")" "0 "
install PATH="$work/bin:$PATH" GITHUB_ACTION_PATH="$source"
check "so is a local action" "$code $("$(output binary)" version)" "0 iamlint stub"

always="lint|--format|text|--format|github|--format|sarif=TEMP/iamlint.sarif|--format|compact=TEMP/findings|"
run
check "defaults" "$code $(output exit-code) $(output findings) $arguments" "0 0 0 $always--|.|"
check "the report is there" "$(cat "$(output sarif-file)")" '{}'
run STUB_CODE=1 STUB_FINDINGS='a:1:1: m [r]\nb:1:1: m [r]\n'
check "findings: remembered, counted, no failure yet" "$code $(output exit-code) $(output findings)" "0 1 2"
run STUB_CODE=2
check "wrong usage: no report" "$code $(output exit-code) $(output sarif-file)" "0 2 "
run INPUT_ANNOTATIONS=false INPUT_CONFIG='a b.yaml' INPUT_FAIL_ON=high INPUT_CATEGORY=iam
check "flags" "$arguments" "lint|--format|text|--format|sarif=TEMP/iamlint.sarif|--format|compact=TEMP/findings|--config|a b.yaml|--fail-on|high|--sarif-category|iam|--|.|"
run INPUT_ARGS=$'--exclude  **/*\n --min-severity low '
check "args are split, not expanded" "$arguments" "$always--exclude|**/*|--min-severity|low|--|.|"
# shellcheck disable=SC2016
run INPUT_PATHS=$'\nsub dir\n--fix\n*\n$(touch pwned)\n`touch pwned`; touch pwned\n'
check "paths are taken as they are" "$arguments" "$always--|sub dir|--fix|*|\$(touch pwned)|\`touch pwned\`; touch pwned|"
# shellcheck disable=SC2016
run INPUT_ARGS='$(touch pwned) ; touch pwned' INPUT_CONFIG='$(touch pwned)' INPUT_SARIF_FILE='$(touch pwned)' INPUT_CATEGORY='`touch pwned`' INPUT_FAIL_ON='$(touch pwned)'
check "nothing given is run" "$code $(find "$work" -name pwned)" "0 "
run INPUT_WORKING_DIRECTORY='sub dir' INPUT_SARIF_FILE=out.sarif
check "a report in the working directory" "$(output sarif-file)" "$work/tree/sub dir/out.sarif"
run INPUT_WORKING_DIRECTORY=nowhere
check "a working directory that is not there" "$code $arguments" "1 "
run INPUT_SARIF_FILE="$work/abs.sarif"
check "a report elsewhere" "$(output sarif-file)" "$work/abs.sarif"
run INPUT_SARIF_FILE=$'a\nexit-code=0'
check "a report's name cannot forge outputs" "$code $(cat "$GITHUB_OUTPUT")" "1 "

if [ "$failures" -gt 0 ]; then
	echo "$failures failed"
	exit 1
fi
