#!/bin/sh
# Installs a release of tm, after checking its sum:
#
#   TM_VERSION=0.1.0 sh install.sh
#
# TM_TO    folder for the binary (~/.local/bin)
# TM_FROM  where releases are: an https address, or a folder
set -eu

version="${TM_VERSION:?name a version, such as TM_VERSION=0.1.0}"
to="${TM_TO:-$HOME/.local/bin}"
from="${TM_FROM:-https://github.com/tm-lang/tm/releases/download/v$version}"

case "$(uname -s)" in
  Linux) system=unknown-linux-gnu ;;
  Darwin) system=apple-darwin ;;
  *) echo "there is no release for $(uname -s); build it: cargo install --path cli" >&2; exit 1 ;;
esac
case "$(uname -m)" in
  x86_64 | amd64) machine=x86_64 ;;
  aarch64 | arm64) machine=aarch64 ;;
  *) echo "there is no release for $(uname -m); build it: cargo install --path cli" >&2; exit 1 ;;
esac
name="tm-$version-$machine-$system"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
fetch() {
  case "$from" in
    https://*) curl --proto '=https' --tlsv1.2 -fsSL -o "$work/$1" "$from/$1" ;;
    /* | ./*) cp "$from/$1" "$work/$1" ;;
    *) echo "TM_FROM is neither an https address nor a folder" >&2; exit 1 ;;
  esac
}
fetch "$name.tar.gz"
fetch SHA256SUMS

wanted="$(sed -n "s/^\([0-9a-f]\{64\}\)  $name\.tar\.gz\$/\1/p" "$work/SHA256SUMS")"
if command -v sha256sum >/dev/null; then
  sum="$(sha256sum "$work/$name.tar.gz")"
else
  sum="$(shasum -a 256 "$work/$name.tar.gz")"
fi
if [ -z "$wanted" ] || [ "${sum%% *}" != "$wanted" ]; then
  echo "the sum of $name.tar.gz is not the one in SHA256SUMS: nothing was installed" >&2
  exit 1
fi

tar -xzf "$work/$name.tar.gz" -C "$work"
mkdir -p "$to"
# Beside its place first: a running tm is never half written.
cp "$work/$name/tm" "$to/.tm-new"
chmod 755 "$to/.tm-new"
mv "$to/.tm-new" "$to/tm"
echo "$to/tm"
