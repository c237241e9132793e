#!/bin/sh
# Makes .venv ready for every target of the Makefile: finds what the system lacks,
# a Python, and installs the locked dependencies and backcare itself (editable).
#
# usage: packaging/bootstrap.sh          set up what is missing; quick when nothing is
#        packaging/bootstrap.sh screen   the same, and a screen for the tests of the window
#        packaging/bootstrap.sh lock     write requirements.lock anew
#
# PYTHON=/path/to/python3 chooses the Python. pip's own configuration and
# environment variables are respected.
set -eu

cd "$(dirname "$0")/.."
root=$(pwd)
venv=.venv
stamp=$venv/.ready

# What Qt loads at run time and a minimal system lacks: library, Debian package.
libraries='
libEGL.so.1             libegl1
libGL.so.1              libgl1
libglib-2.0.so.0        libglib2.0-0
libgthread-2.0.so.0     libglib2.0-0
libgssapi_krb5.so.2     libgssapi-krb5-2
libdbus-1.so.3          libdbus-1-3
libfontconfig.so.1      libfontconfig1
libfreetype.so.6        libfreetype6
libX11-xcb.so.1         libx11-xcb1
libxkbcommon.so.0       libxkbcommon0
libxkbcommon-x11.so.0   libxkbcommon-x11-0
libxcb-cursor.so.0      libxcb-cursor0
libxcb-glx.so.0         libxcb-glx0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-image.so.0       libxcb-image0
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0       libxcb-shape0
libxcb-shm.so.0         libxcb-shm0
libxcb-sync.so.1        libxcb-sync1
libxcb-xfixes.so.0      libxcb-xfixes0
libxcb-xkb.so.1         libxcb-xkb1
libwayland-client.so.0  libwayland-client0
libwayland-cursor.so.0  libwayland-cursor0
libwayland-egl.so.1     libwayland-egl1
'

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "error: $*"
    exit 1
}

# --- is everything there already? -------------------------------------------------

# Which Python a command is, the one below an environment too.
identity() {
    "$1" -I -c 'import sys; print(*sys.version_info, sys.base_prefix)' 2>/dev/null
}

# What the environment was made from. The folder counts because scripts and the
# editable install hold its path; the Python because an upgrade breaks the links.
key() {
    "$venv/bin/python" -I -c '
import sys
from importlib.util import find_spec
print(*sys.version_info, sys.base_prefix)
sys.exit(not all(map(find_spec, ("PySide6", "backcare", "mypy", "pytest", "yaml"))))
' 2>/dev/null &&
        printf '%s\n' "$root" &&
        cksum requirements.lock pyproject.toml
}

is_chosen_python() {
    [ -z "${PYTHON:-}" ] || [ "$(identity "$PYTHON")" = "$(identity "$venv/bin/python")" ]
}

is_ready() {
    [ -f "$stamp" ] && [ -x "$venv/bin/backcare" ] &&
        [ "$(key)" = "$(cat "$stamp")" ] && is_chosen_python
}

# --- the system -------------------------------------------------------------------

# A Python that PySide6 has wheels for and that can make an environment with pip.
python_is_usable() {
    "$1" -c 'import sys, ensurepip, sqlite3, venv
sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' >/dev/null 2>&1
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3 python3.13 python3.12 python3.14 python3.11
    fi
    for candidate in "$@"; do
        if command -v "$candidate" >/dev/null && python_is_usable "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

missing_libraries() {
    known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null) || known=
    printf '%s' "$libraries" | while read -r library package; do
        case $known in
        *"$library "*) ;;
        *) [ -z "$library" ] || printf '%s %s\n' "$library" "$package" ;;
        esac
    done
}

has_font() {
    for folder in /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.local/share/fonts" \
        "${HOME:-/}/.fonts"; do
        if [ -d "$folder" ] &&
            [ -n "$(find -L "$folder" -name '*.[ot]t[cf]' -print 2>/dev/null | head -n 1)" ]; then
            return
        fi
    done
    return 1
}

# Without it there are no tones, and all else works: no reason to ask for an administrator.
has_sound() {
    PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null | grep -q 'libpulse\.so\.0 '
}

install_packages() { # packages...
    set -- apt-get install --yes --no-install-recommends "$@"
    if [ "$(id -u)" -eq 0 ]; then
        rights=
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        rights='sudo -n'
    else
        say "Some Debian packages are missing. Please run this once, then try again:"
        say
        say "    sudo $*"
        say
        exit 1
    fi
    say "Installing Debian packages: $(printf '%s' "$*" | sed 's/.*--no-install-recommends //')"
    log=$(mktemp)
    # A fresh machine has no package lists, an old one stale lists.
    if ! $rights env DEBIAN_FRONTEND=noninteractive "$@" >"$log" 2>&1; then
        $rights apt-get update >"$log" 2>&1 || { cat "$log" >&2; fail "apt-get update failed"; }
        $rights env DEBIAN_FRONTEND=noninteractive "$@" >"$log" 2>&1 ||
            { cat "$log" >&2; fail "apt-get install failed"; }
    fi
    rm -f "$log"
}

fail_without_python() {
    fail "${PYTHON:-this system}: no Python 3.11 to 3.14 that can make environments (venv)"
}

prepare_system() {
    [ -z "${PYTHON:-}" ] || find_python >/dev/null || fail_without_python
    [ "$(uname -s)" = Linux ] || return 0
    lacking=$(missing_libraries)
    packages=$(printf '%s\n' "$lacking" | cut -d ' ' -f 2 | sort -u)
    has_font || packages="$packages fonts-dejavu-core"
    has_sound || ! may_install || packages="$packages libpulse0"
    find_python >/dev/null || packages="$packages python3-venv"
    # shellcheck disable=SC2086 # a list of words
    set -- $packages
    [ $# -gt 0 ] || return 0
    if command -v apt-get >/dev/null; then
        install_packages "$@"
    else
        say "note: this system may lack what Qt needs; where a window does not open, install"
        say "      $(printf '%s\n' "$lacking" | cut -d ' ' -f 1 | tr '\n' ' ')"
        has_font || say "      and a font, such as DejaVu Sans"
    fi
}

# The tests of the window need a screen of their own, and those with a screen reader an
# accessibility bus and a reader, which the system's Python plays. Where these cannot be
# installed the tests are skipped and say so: nobody should need an administrator to test
# the rest.
prepare_screen() {
    lacking=
    for tool in Xvfb xdotool openbox; do
        command -v "$tool" >/dev/null || lacking="$lacking $(printf '%s' "$tool" | tr X x)"
    done
    command -v dbus-daemon >/dev/null || lacking="$lacking dbus"
    [ -x /usr/libexec/at-spi-bus-launcher ] || [ -x /usr/lib/at-spi2-core/at-spi-bus-launcher ] ||
        lacking="$lacking at-spi2-core"
    /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null ||
        lacking="$lacking python3-gi gir1.2-atspi-2.0"
    [ -n "$lacking" ] || return 0
    if [ "$(uname -s)" = Linux ] && command -v apt-get >/dev/null && may_install; then
        # shellcheck disable=SC2086 # a list of words
        install_packages $lacking
    else
        say "note: without$lacking the tests of the window are skipped"
    fi
}

may_install() {
    [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }
}

# --- the environment --------------------------------------------------------------

make_environment() {
    python=$(find_python) || fail_without_python
    say "Making $venv with $("$python" --version)"
    "$python" -m venv --clear "$venv"
}

install_locked() {
    say "Installing the locked dependencies"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
        --require-hashes --requirement requirements.lock &&
        "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
            --no-deps --no-build-isolation --editable .
}

# Only an environment that was finished once is worth updating.
update() {
    [ -f "$stamp" ] || return 1
    [ "$(head -n 1 "$stamp")" = "$(identity "$venv/bin/python")" ] || return 1
    [ "$(sed -n 2p "$stamp")" = "$root" ] || return 1
    is_chosen_python || return 1
    rm -f "$stamp"
    install_locked
}

set_up() {
    prepare_system
    update || {
        make_environment
        install_locked || fail "the dependencies could not be installed (see above)"
    }
    key >"$stamp.new" || fail "$venv is incomplete"
    mv "$stamp.new" "$stamp"
}

# --- the lock file ----------------------------------------------------------------

write_lock() {
    prepare_system
    python=$(find_python) || fail_without_python
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    "$python" -m venv "$scratch/venv"
    "$scratch/venv/bin/python" -m pip install --quiet --disable-pip-version-check uv
    "$scratch/venv/bin/uv" pip compile --quiet --universal --generate-hashes --upgrade \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
        --group dev --output-file "$scratch/requirements.lock" pyproject.toml
    # Whoever installs from it chooses the index: its address has no place in the file.
    if grep -nE '://|file:|--(extra-|default-)?index|--find-links' "$scratch/requirements.lock"; then
        fail "the lock file would name where packages come from"
    fi
    cat "$scratch/requirements.lock" >requirements.lock
    say "Wrote requirements.lock"
}

case ${1:-} in
lock)
    write_lock
    ;;
'' | screen)
    [ -z "${1:-}" ] || prepare_screen
    is_ready && exit
    # Two targets started at once must not build the same folder.
    if command -v flock >/dev/null; then
        exec 9<packaging/bootstrap.sh
        flock 9
        is_ready && exit
    fi
    set_up
    ;;
*)
    fail "unknown argument: $1 (see the top of packaging/bootstrap.sh)"
    ;;
esac
