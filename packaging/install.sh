#!/bin/sh
# Makes Reader known to the desktop: its menu entry, icons, file type and description. The program stays where it is.
set -eu

usage="Usage: $0 [--uninstall]

Puts Reader into your menu and lets it open .reader files; --uninstall takes that back. Libraries and settings are
left alone. Run it again after moving the folder. Everything goes to \$XDG_DATA_HOME, which is ~/.local/share."

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
from=$here/lib/resources
to=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$to/applications/reader-desktop.desktop
type=$to/mime/packages/reader-library.xml
about=$to/metainfo/desktop.reader.Reader.metainfo.xml
icons=$to/icons/hicolor
line_break='
'
sizes="16 24 32 48 64 128 256 512"

# A copy of the desktop entry that starts the program here. What the specification gives a meaning, within quotes
# and in values, is escaped.
write_entry() {
    quoted=$(printf '%s' "$here/reader" | sed -e 's/\\/\\\\\\\\/g' -e 's/["`$]/\\\\&/g')
    tried=$(printf '%s' "$here/reader" | sed -e 's/\\/\\\\/g')
    while IFS= read -r line; do
        case $line in
            Exec=*) printf 'Exec="%s" %%F\n' "$quoted" ;;
            TryExec=*) printf 'TryExec=%s\n' "$tried" ;;
            *) printf '%s\n' "$line" ;;
        esac
    done <"$from/linux/reader-desktop.desktop" >"$entry"
}

add() {
    if ! [ -x "$here/reader" ]; then
        echo "There is no program beside $0. Run the one in the folder of Reader." >&2
        exit 1
    fi
    case $here in
        *%* | *"$line_break"*) # GLib takes it for a place to fill in, also where it is doubled as it should be
            echo "Desktops cannot start a program from a folder with % or a line break in its name. Rename it." >&2
            exit 1
            ;;
    esac
    mkdir -p "$to/applications" "$to/mime/packages" "$to/metainfo" "$icons/scalable/apps"
    write_entry
    cp "$from/linux/reader-library.xml" "$type"
    cp "$from/linux/desktop.reader.Reader.metainfo.xml" "$about"
    cp "$from/icons/app.svg" "$icons/scalable/apps/reader-desktop.svg"
    for size in $sizes; do
        mkdir -p "$icons/${size}x$size/apps"
        cp "$from/icons/app-$size.png" "$icons/${size}x$size/apps/reader-desktop.png"
    done
}

remove() {
    rm -f "$entry" "$type" "$about"
    for size in scalable $sizes; do
        [ "$size" = scalable ] || size=${size}x$size
        rm -f "$icons/$size/apps/reader-desktop.png" "$icons/$size/apps/reader-desktop.svg"
        rmdir "$icons/$size/apps" "$icons/$size" 2>/dev/null || true
    done
    rmdir "$icons" "$to/icons" "$to/metainfo" 2>/dev/null || true
}

# What desktops keep of these folders; those without a tool look into them anew at the next start.
refresh() {
    if command -v update-mime-database >/dev/null && [ -d "$to/mime/packages" ]; then
        update-mime-database "$to/mime"
    fi
    if command -v update-desktop-database >/dev/null && [ -d "$to/applications" ]; then
        update-desktop-database "$to/applications"
    fi
    if command -v gtk-update-icon-cache >/dev/null && [ -f "$icons/icon-theme.cache" ]; then
        gtk-update-icon-cache --quiet --force --ignore-theme-index "$icons"
    fi
}

case ${1-} in
    '')
        add
        refresh
        echo "Reader is in the menu now. Take it out again with: $0 --uninstall"
        ;;
    --uninstall)
        remove
        refresh
        echo "Reader is no longer in the menu; its folder may be deleted."
        ;;
    -h | --help)
        echo "$usage"
        ;;
    *)
        echo "$usage" >&2
        exit 2
        ;;
esac
