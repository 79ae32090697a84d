#!/usr/bin/env bash
# window.sh VONK FOLDER: starts the kiosk in a window on a screen of its own, waits for a picture of many colours there,
# asks it to stop and wants exit status 0. Xvfb keeps its screen in FOLDER, where it can be read as plain bytes.
set -euo pipefail
vonk="$1"
out="$2"
fail() {
    printf 'FAILED: %s\n' "$*" >&2
    sed 's/^/    /' "$out/vonk.log" >&2
    exit 1
}

if [ "${3:-}" != on-the-screen ]; then
    rm -rf "$out"
    mkdir -p "$out"
    exec xvfb-run -a -s "-screen 0 1280x720x24 -fbdir $out -nolisten tcp" "$0" "$vonk" "$out" on-the-screen
fi

printf '[data]\nfolder = "%s/data"\n[sound]\nmute = true\n' "$out" >"$out/kiosk.toml"
env -u WAYLAND_DISPLAY SDL_VIDEODRIVER=x11 SDL_AUDIODRIVER=dummy \
    "$vonk" --config "$out/kiosk.toml" --windowed 1280x720 >"$out/vonk.log" 2>&1 &
kiosk=$!

# Different pixel values on the screen; an empty one has one, the start screen many thousands.
colours() { od -An -v -tx4 -w4 -j 4096 "$out/Xvfb_screen0" | sort -u | wc -l; }
seen=0
for _ in $(seq 60); do
    kill -0 "$kiosk" 2>/dev/null || fail "the kiosk stopped by itself"
    seen=$(colours)
    [ "$seen" -lt 1000 ] || break
    sleep 0.5
done
[ "$seen" -ge 1000 ] || fail "only $seen colours on the screen"
cp "$out/Xvfb_screen0" "$out/screen.xwd"

# It moves: sails, clouds and water change the picture.
moved=no
for _ in $(seq 20); do
    sleep 0.5
    cmp -s "$out/Xvfb_screen0" "$out/screen.xwd" || { moved=yes; break; }
done
[ "$moved" = yes ] || fail "the picture stands still"

kill -TERM "$kiosk"
status=0
wait "$kiosk" || status=$?
[ "$status" -eq 0 ] || fail "exit status $status after SIGTERM"
printf '%d colours, it moves, exit status 0\n' "$seen"
