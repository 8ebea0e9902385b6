/** Keeps Tone.js from writing its name to the console; it must be said before the library is imported. */
Object.assign(globalThis, { TONE_SILENCE_LOGGING: true });
