"""A machine's voice: espeak-ng, from its wheel or, where there is none for this machine, the program on the path."""

import ctypes
import io
import shutil
import subprocess
import wave
from functools import cache

import espeakng_loader

RATE = 22_050  # samples a second, 16 bits, one channel
WORDS_A_MINUTE = {"vi": 130, "en": 140, "fr": 140}
SYNCHRONOUS, UTF8 = 2, 1  # of espeak's speak_lib.h
SOUND = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


@cache
def _library():
    """None where it cannot be loaded or speaks at another rate."""
    try:
        library = ctypes.CDLL(espeakng_loader.get_library_path())
        found = library.espeak_Initialize(SYNCHRONOUS, 0, espeakng_loader.get_data_path().encode(), 0)
    except OSError:
        return None
    return library if found == RATE else None


def can_speak() -> bool:
    return bool(_library() or shutil.which("espeak-ng"))


def say(words: str, language: str) -> bytes:
    """Raw samples."""
    return _by_library(words, language) if _library() else _by_program(words, language)


def _by_library(words: str, language: str) -> bytes:
    library, spoken = _library(), bytearray()

    @SOUND
    def hear(samples, count, _events):
        if samples and count > 0:
            spoken.extend(ctypes.string_at(samples, 2 * count))
        return 0

    library.espeak_SetSynthCallback(hear)
    library.espeak_SetVoiceByName(language.encode())
    library.espeak_SetParameter(1, WORDS_A_MINUTE[language], 0)  # espeakRATE
    text = words.encode() + b"\0"
    library.espeak_Synth(text, len(text), 0, 0, 0, UTF8, None, None)
    library.espeak_Synchronize()
    return bytes(spoken)


def _by_program(words: str, language: str) -> bytes:
    command = ["espeak-ng", "-v", language, "-s", str(WORDS_A_MINUTE[language]), "--stdout"]
    spoken = subprocess.run(command, input=words.encode(), capture_output=True, check=True).stdout
    with wave.open(io.BytesIO(spoken)) as sound:
        return sound.readframes(sound.getnframes())
