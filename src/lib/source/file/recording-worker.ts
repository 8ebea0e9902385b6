import type { Request } from './recording-messages';
import { RecordingService } from './recording-service';

const service = new RecordingService(
  (response) => postMessage(response),
  () => performance.now(),
);

addEventListener('message', ({ data }: MessageEvent<Request>) => void service.answer(data));
