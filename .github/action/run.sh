#!/usr/bin/env bash
# Runs iamlint for action.yml: text and annotations to the log, SARIF to a
# file. Writes the outputs exit-code, findings and sarif-file, and succeeds
# whatever was found: the action's last step returns the exit code.
#
# Bash 3.2 must do: it is what macOS has.
set -euo pipefail

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

if [ -n "${INPUT_WORKING_DIRECTORY:-}" ]; then
	cd -- "$INPUT_WORKING_DIRECTORY" || fail "cannot enter the working directory"
fi
temp=$(mktemp -d "$(native "${RUNNER_TEMP:?}")/iamlint.XXXXXX")

# Absolute, since the upload runs in another directory.
sarif=${INPUT_SARIF_FILE:-}
case $sarif in
'') sarif=$temp/iamlint.sarif ;;
*$'\n'*) fail "sarif-file must be one line" ;; # it could forge another output
/* | [A-Za-z]:[/\\]*) ;;
*) sarif=$(native "$PWD")/$sarif ;;
esac

flags=(--format text)
if [ "${INPUT_ANNOTATIONS:-true}" != false ]; then
	flags+=(--format github)
fi
flags+=(--format "sarif=$sarif" --format "compact=$temp/findings")
if [ -n "${INPUT_CONFIG:-}" ]; then
	flags+=(--config "$INPUT_CONFIG")
fi
if [ -n "${INPUT_FAIL_ON:-}" ]; then
	flags+=(--fail-on "$INPUT_FAIL_ON")
fi
if [ -n "${INPUT_CATEGORY:-}" ]; then
	flags+=(--sarif-category "$INPUT_CATEGORY")
fi
set -f # split args at blanks and line ends, and expand no pattern
# shellcheck disable=SC2206
flags+=(${INPUT_ARGS:-})
set +f

# What follows "--" is a path, even if it looks like a flag.
flags+=(--)
given=false
while IFS= read -r path || [ -n "$path" ]; do
	if [ -n "$path" ]; then
		flags+=("$path")
		given=true
	fi
done <<<"${INPUT_PATHS:-}"
if [ "$given" = false ]; then
	flags+=(.)
fi

code=0
"${IAMLINT_BINARY:?}" lint "${flags[@]}" || code=$?

findings=
if [ -f "$temp/findings" ]; then # one line each
	findings=$(grep -c '' "$temp/findings" || true)
fi
[ -f "$sarif" ] || sarif=
{
	echo "exit-code=$code"
	echo "findings=$findings"
	echo "sarif-file=$sarif"
} >>"${GITHUB_OUTPUT:?}"
