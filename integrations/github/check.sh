#!/usr/bin/env bash
# What action.yml runs: the check with annotations, the summary of the job, SARIF, and what changed.
# Everything comes from variables, TM_*, and is passed on as one word each.
set -euo pipefail

path="${TM_PATH:-.}"
arguments=(check "$path" --format github --write "sarif=${TM_SARIF:-tm.sarif}")
summary="${GITHUB_STEP_SUMMARY:-/dev/null}"
page="$(mktemp)"
arguments+=(--write "markdown=$page")

if [[ -n "${TM_FAIL_ON:-}" ]]; then arguments+=(--fail-on "$TM_FAIL_ON"); fi
if [[ -n "${TM_FAIL_ON_UNKNOWN:-}" ]]; then arguments+=(--fail-on-unknown "$TM_FAIL_ON_UNKNOWN"); fi

# Several names come one a line.
each() {
  local line
  while IFS= read -r line; do
    if [[ -n "$line" ]]; then arguments+=("$1" "$line"); fi
  done <<<"$2"
}
each --evidence "${TM_EVIDENCE:-}"
before=${#arguments[@]}
each --policy "${TM_POLICY:-}"
policies=("${arguments[@]:before}")

revision="${TM_AGAINST:-}"
if [[ -z "$revision" ]]; then revision="${TM_BASE:-none}"; fi
if [[ "$revision" != none ]]; then
  # A branch that somebody names is that of the remote: a tag of this name would come first, and more people may set tags.
  depth=()
  if [[ "$(git rev-parse --is-shallow-repository)" == true ]]; then depth=(--depth=1); fi
  if [[ "${TM_AGAINST:-}" =~ ^[A-Za-z0-9_][A-Za-z0-9_./-]*$ && ! "$revision" =~ ^([0-9a-f]{40}|refs/.*)$ ]] &&
    git fetch --quiet --no-tags "${depth[@]}" origin "+refs/heads/$revision:refs/remotes/origin/tm-base" 2>/dev/null; then
    revision=refs/remotes/origin/tm-base
  fi
  # A shallow clone does not have the base; one commit is enough.
  if ! git cat-file -e "$revision^{commit}" 2>/dev/null; then
    git fetch --quiet --no-tags --depth=1 origin "$revision"
    git cat-file -e "$revision^{commit}" 2>/dev/null || revision=FETCH_HEAD
  fi
  arguments+=(--against "git:$revision")
  if [[ "${TM_ALLOW_GOVERNANCE:-false}" == true ]]; then arguments+=(--allow-governance); fi
  # For a model that the base does not have yet.
  if [[ -n "${TM_BASELINE:-}" ]]; then arguments+=(--baseline "$TM_BASELINE"); fi
elif [[ -n "${TM_BASELINE:-}" ]]; then
  arguments+=(--baseline "$TM_BASELINE")
elif [[ -z "${TM_FAIL_ON:-}" ]]; then
  arguments+=(--gate)
fi

status=0
tm "${arguments[@]}" || status=$?
cat "$page" >>"$summary"

if [[ "$revision" != none ]]; then
  # What stands there may be a link that came with the change.
  if [[ -L "${TM_DIFF:-tm-diff.md}" ]]; then rm -f "${TM_DIFF:-tm-diff.md}"; fi
  # Not a verdict: a model that is new has nothing to be compared with.
  if tm diff "git:$revision" "$path" ${policies[@]+"${policies[@]}"} --format markdown >"${TM_DIFF:-tm-diff.md}" 2>/dev/null; then
    { echo; cat "${TM_DIFF:-tm-diff.md}"; } >>"$summary"
  else
    rm -f "${TM_DIFF:-tm-diff.md}"
  fi
fi
exit "$status"
