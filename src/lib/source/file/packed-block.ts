import { chunksOf } from './file-bytes';

const FORMAT = 'deflate-raw';

type Transform = ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>;

/** Bytes, packed to about a tenth where they are text of events, for the browser to keep. */
export async function packBlock(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  return new Blob(await passed(bytes, new CompressionStream(FORMAT)));
}

/** The bytes that were packed. */
export async function unpackBlock(block: Blob): Promise<Uint8Array> {
  const packed = new Uint8Array(await block.arrayBuffer());
  const chunks = await passed(packed, new DecompressionStream(FORMAT));
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

async function passed(
  bytes: Uint8Array<ArrayBuffer>,
  { readable, writable }: Transform,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const writer = writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of chunksOf(readable)) chunks.push(chunk);
  await written;
  return chunks;
}
