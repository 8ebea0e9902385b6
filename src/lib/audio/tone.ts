/**
 * What we use of Tone.js, by module: its index would open an AudioContext and a worker as soon as it is imported, before
 * anyone has clicked, and 6 KB more would be sent.
 */
import './tone-silence';
export { Context } from 'tone/build/esm/core/context/Context.js';
export { OfflineContext } from 'tone/build/esm/core/context/OfflineContext.js';
export { Gain } from 'tone/build/esm/core/context/Gain.js';
export { setContext } from 'tone/build/esm/core/Global.js';
export { Filter } from 'tone/build/esm/component/filter/Filter.js';
export { FMSynth } from 'tone/build/esm/instrument/FMSynth.js';
export { MembraneSynth } from 'tone/build/esm/instrument/MembraneSynth.js';
export { MonoSynth } from 'tone/build/esm/instrument/MonoSynth.js';
export { NoiseSynth } from 'tone/build/esm/instrument/NoiseSynth.js';
export { Synth } from 'tone/build/esm/instrument/Synth.js';
