/** The audio thread's global scope, as far as we use it; TypeScript's DOM library does not know it. */
export interface ProcessorPort {
  postMessage(message: number): void;
}

export interface Processor {
  readonly port: ProcessorPort;
}

interface WorkletScope {
  readonly AudioWorkletProcessor: new () => Processor;
  readonly sampleRate: number;
  readonly currentTime: number;
  registerProcessor(name: string, processor: new () => Processor): void;
}

export const workletScope = globalThis as unknown as WorkletScope;
