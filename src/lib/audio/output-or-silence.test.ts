import { describe, expect, it } from 'vitest';
import { OutputOrSilence } from './output-or-silence';
import { SilentOutput } from './silent-output';
import { SoundUnsupportedError } from './sound-unsupported-error';

class Mute extends SilentOutput {
  override start(): Promise<void> {
    return Promise.reject(new SoundUnsupportedError('no AudioWorklet'));
  }
}

class Broken extends SilentOutput {
  override start(): Promise<void> {
    return Promise.reject(new Error('a defect'));
  }
}

describe('an output or silence', () => {
  it('plays where the browser can', async () => {
    const sound = new SilentOutput();
    const output = new OutputOrSilence(sound, new SilentOutput());
    await output.start();
    expect(output.silenced).toBe(false);
    expect(sound.running).toBe(true);
    await output.close();
  });

  it('goes on in silence where it cannot, and keeps ticking for those who listened before', async () => {
    let tick: () => void = () => undefined;
    const silence = new SilentOutput({ now: () => 0 }, (beat) => {
      tick = beat;
      return () => undefined;
    });
    const output = new OutputOrSilence(new Mute(), silence);
    const heard: number[] = [];
    const end = output.onTick((now) => heard.push(now));
    await output.start();
    expect(output.silenced).toBe(true);
    expect(output.running).toBe(true);
    tick();
    expect(heard).toEqual([0]);
    end();
    tick();
    expect(heard).toEqual([0]);
    await output.close();
  });

  it('does not hide a defect', async () => {
    const output = new OutputOrSilence(new Broken(), new SilentOutput());
    await expect(output.start()).rejects.toThrow('a defect');
  });
});
