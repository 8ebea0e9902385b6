import { serviceHandler } from '../../functions/handlers';
import { run } from './sweep';

export const handler = serviceHandler(run);
