import { Gunzip } from 'fflate';

/** A file that is no larger is read in one go: a tree of logs has many thousands of them. */
const SMALL_BYTES = 1_048_576;

/** What a stream gives, chunk by chunk; the stream is given up when its reader is. */
export async function* chunksOf<Chunk>(stream: ReadableStream<Chunk>): AsyncGenerator<Chunk> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The first bytes of a file that has any. */
async function beginning(file: Blob): Promise<Uint8Array> {
  return new Uint8Array(await file.slice(0, 2).arrayBuffer());
}

/**
 * The bytes of a file, unpacked where it begins with gzip's magic number (RFC 1952, 2.3.1), whatever its name.
 * @param tell is told how many bytes of the file itself were read, chunk by chunk
 * @throws after all that can be read, when the file is damaged
 */
export async function* bytesOf(
  file: Blob,
  tell: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const whole = file.size <= SMALL_BYTES ? new Uint8Array(await file.arrayBuffer()) : null;
  const [first, second] = whole ?? (await beginning(file));
  const counted = (whole === null ? file.stream() : streamOf(whole)).pipeThrough(counter(tell));
  if (first === 0x1f && second === 0x8b) yield* unpacked(file, counted);
  else yield* chunksOf(counted);
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

function counter(tell: (bytes: number) => void): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      tell(chunk.length);
      controller.enqueue(chunk);
    },
  });
}

/**
 * By the browser's own gunzip. It refuses what follows the first member, and what it refuses it forgets: then the
 * slower one goes on where it stopped.
 */
async function* unpacked(
  file: Blob,
  packed: ReadableStream<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let given = 0;
  try {
    const gunzip = new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>;
    for await (const chunk of chunksOf(packed.pipeThrough(gunzip))) {
      yield chunk;
      given += chunk.length;
    }
  } catch (error) {
    const members = yield* membersFrom(file, given);
    if (members === 1) throw error;
  }
}

/** Unpacks all members of a file (RFC 1952, 2.2) and gives the bytes from a place on, then how many members there are. */
async function* membersFrom(file: Blob, from: number): AsyncGenerator<Uint8Array, number> {
  const out: Uint8Array[] = [];
  let members = 1;
  let passed = 0;
  const gunzip = new Gunzip((chunk) => out.push(chunk));
  gunzip.onmember = () => (members += 1);
  const taken = function* () {
    for (const chunk of out.splice(0)) {
      const rest = chunk.subarray(Math.max(0, from - passed));
      passed += chunk.length;
      if (rest.length > 0) yield rest;
    }
  };
  for await (const chunk of chunksOf(file.stream())) {
    gunzip.push(chunk);
    yield* taken();
  }
  gunzip.push(new Uint8Array(0), true);
  yield* taken();
  return members;
}
