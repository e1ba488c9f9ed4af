#!/usr/bin/env python3
"""Makes media/* and files/* of this course from narration.yaml, slides.html and log-sheet.html.

Needs: espeak-ng, ffmpeg (libvpx-vp9, libopus), chromium, cwebp, PyYAML.
Usage: making/make.py        (from anywhere; writes beside itself)
"""
import html
import pathlib
import re
import subprocess
import tempfile
import textwrap
import wave

import yaml

HERE = pathlib.Path(__file__).resolve().parent
COURSE = HERE.parent
MEDIA = COURSE / "media"
FILES = COURSE / "files"
GAP, SLIDE_GAP = 0.35, 0.9  # seconds of silence after a line, after a slide


def run(*args):
    subprocess.run([str(a) for a in args], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def chromium(*args):
    run("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", *args)


def stamp(t):
    return f"{int(t // 3600):02d}:{int(t % 3600 // 60):02d}:{t % 60:06.3f}"


def cues(text, start, end):
    """Splits a line into captions of at most two rows of 42 characters, timed by length."""
    merged = []
    for piece in re.findall(r"\S.*?[.?!:,]+(?=\s|$)", text):
        if merged and len(textwrap.wrap(f"{merged[-1]} {piece}", 42)) <= 2:
            merged[-1] += f" {piece.strip()}"
        else:
            merged.append(piece.strip())
    merged = ["\n".join(r[i:i + 2]) for r in (textwrap.wrap(m, 42) for m in merged) for i in range(0, len(r), 2)]
    total = sum(len(p) for p in merged)
    at = start
    for part in merged:
        to = at + (end - start) * len(part) / total
        yield at, to, part
        at = to


def main():
    script = yaml.safe_load((HERE / "narration.yaml").read_text("utf-8"))
    voice = script["voice"]
    MEDIA.mkdir(exist_ok=True)
    FILES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as tmp:
        tmp = pathlib.Path(tmp)
        frames, rate, at, vtt, starts = [], None, 0.0, ["WEBVTT", ""], []
        for slide in script["slides"]:
            starts.append(at)
            for line in slide["lines"]:
                wav = tmp / "line.wav"
                run("espeak-ng", "-v", voice["name"], "-s", voice["speed"], "-p", voice["pitch"], "-w", wav, line["text"])
                with wave.open(str(wav)) as w:
                    rate = w.getframerate()
                    data = w.readframes(w.getnframes())
                length = len(data) / 2 / rate
                for a, b, part in cues(line.get("show", line["text"]), at, at + length):
                    vtt += [f"{stamp(a)} --> {stamp(b)}", part, ""]
                frames.append(data + b"\0\0" * int(rate * GAP))
                at += len(frames[-1]) / 2 / rate
            frames.append(b"\0\0" * int(rate * SLIDE_GAP))
            at += len(frames[-1]) / 2 / rate
        with wave.open(str(tmp / "all.wav"), "wb") as w:
            w.setnchannels(1)
            w.setsampwidth(2)
            w.setframerate(rate)
            w.writeframes(b"".join(frames))
        (MEDIA / "preserve.en.vtt").write_text("\n".join(vtt), "utf-8")

        listing = []
        for i, _ in enumerate(script["slides"], 1):
            png = tmp / f"{i}.png"
            chromium("--window-size=854,480", f"--screenshot={png}", f"{(HERE / 'slides.html').as_uri()}#s{i}")
            run("cwebp", "-quiet", "-lossless", "-m", "6", png, "-o", MEDIA / f"slide-{i}.webp")
            end = starts[i] if i < len(starts) else at
            listing += [f"file '{png}'", f"duration {end - starts[i - 1]:.3f}"]
        listing.append(f"file '{png}'")
        (tmp / "list.txt").write_text("\n".join(listing))
        run("ffmpeg", "-y", "-f", "concat", "-safe", "0", "-i", tmp / "list.txt", "-i", tmp / "all.wav",
            "-vf", "fps=10,format=yuv420p", "-c:v", "libvpx-vp9", "-crf", "34", "-b:v", "0", "-g", "150",
            "-deadline", "good", "-cpu-used", "1", "-row-mt", "1", "-af", "loudnorm=I=-18:TP=-2", "-ar", "48000",
            "-c:a", "libopus", "-b:a", "20k", "-application", "voip", "-t", f"{at:.3f}", "-map_metadata", "-1",
            "-cues_to_front", "1", MEDIA / "preserve.webm")
        run("ffmpeg", "-y", "-i", tmp / "all.wav", "-af", "loudnorm=I=-18:TP=-2", "-ar", "48000", "-ac", "1",
            "-c:a", "libopus", "-b:a", "16k", "-application", "voip", "-frame_duration", "60", "-map_metadata", "-1",
            "-cues_to_front", "1", MEDIA / "preserve-audio.webm")

        body = ['<aside class="demo-note"><strong>Demonstration, not reviewed.</strong> '
                "The voice is synthetic and the case is invented. The method is practice beyond the sources.</aside>"]
        for slide in script["slides"]:
            body.append(f"<h2>{html.escape(slide['heading'], quote=False)}</h2>")
            body.append(f"<p><em>On the slide: {html.escape(slide['shows'], quote=False)}</em></p>")
            said = " ".join(line.get("show", line["text"]) for line in slide["lines"])
            body.append(f"<p>{html.escape(said, quote=False)}</p>")
        body.append('<section class="sources"><h2>Sources</h2><ul>'
                    "<li>Convention on Cybercrime (ETS No. 185), Articles 16 and 29.</li>"
                    "<li>Method, slides and case: the authors of this demonstration course.</li></ul></section>")
        (MEDIA / "preserve.en.html").write_text("\n".join(body).replace("'", "’") + "\n", "utf-8")

    chromium("--no-pdf-header-footer", f"--print-to-pdf={FILES / 'osint-log-sheet.pdf'}", (HERE / "log-sheet.html").as_uri())
    print("slides at", [round(s, 1) for s in starts], "length", round(at, 1))
    for f in sorted([*MEDIA.iterdir(), *FILES.iterdir()]):
        print(f"{f.stat().st_size:8d} {f.relative_to(COURSE)}")


if __name__ == "__main__":
    main()
