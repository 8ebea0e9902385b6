const HEADER_BYTES = 44;
const BYTES_PER_SAMPLE = 2;
const PCM = 1;
const FULL_SCALE = 32_767;

/**
 * Writes a RIFF/WAVE file of 16-bit PCM (Microsoft's "Multimedia Programming Interface and Data Specifications 1.0").
 * @param channels samples of −1…1, one array a channel, all of one length; what lies outside is clipped.
 */
export function wavFile(
  channels: readonly Float32Array[],
  sampleRate: number,
): Uint8Array<ArrayBuffer> {
  const frames = channels[0]?.length ?? 0;
  const bytes = frames * channels.length * BYTES_PER_SAMPLE;
  const file = new DataView(new ArrayBuffer(HEADER_BYTES + bytes));
  writeHeader(file, channels.length, sampleRate, bytes);
  channels.forEach((samples, channel) => writeChannel(file, samples, channel, channels.length));
  return new Uint8Array(file.buffer);
}

function writeHeader(file: DataView, channels: number, sampleRate: number, bytes: number): void {
  const frameBytes = channels * BYTES_PER_SAMPLE;
  writeText(file, 0, 'RIFF');
  file.setUint32(4, HEADER_BYTES - 8 + bytes, true);
  writeText(file, 8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, PCM, true);
  file.setUint16(22, channels, true);
  file.setUint32(24, sampleRate, true);
  file.setUint32(28, sampleRate * frameBytes, true);
  file.setUint16(32, frameBytes, true);
  file.setUint16(34, 8 * BYTES_PER_SAMPLE, true);
  writeText(file, 36, 'data');
  file.setUint32(40, bytes, true);
}

function writeText(file: DataView, offset: number, text: string): void {
  for (let i = 0; i < text.length; i++) file.setUint8(offset + i, text.charCodeAt(i));
}

function writeChannel(
  file: DataView,
  samples: Float32Array,
  channel: number,
  channels: number,
): void {
  for (let i = 0; i < samples.length; i++) {
    const sample = Math.max(-1, Math.min(1, samples[i] ?? 0));
    const offset = HEADER_BYTES + (i * channels + channel) * BYTES_PER_SAMPLE;
    file.setInt16(offset, Math.round(sample * FULL_SCALE), true);
  }
}
