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
# Split at blanks and line ends; read expands no patterns and runs nothing.
while read -r -a words || [ "${#words[@]}" -gt 0 ]; do
	if [ "${#words[@]}" -gt 0 ]; then
		flags+=("${words[@]}")
	fi
done < <(printf '%s' "${INPUT_ARGS:-}")

paths=()
while IFS= read -r path || [ -n "$path" ]; do
	path=${path%$'\r'}
	if [ -n "$path" ]; then
		paths+=("$path")
	fi
done < <(printf '%s' "${INPUT_PATHS:-.}")
if [ "${#paths[@]}" -eq 0 ]; then
	paths=(.)
fi

code=0
"${IAMLINT_BINARY:?}" lint "${flags[@]}" -- "${paths[@]}" || code=$?

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
