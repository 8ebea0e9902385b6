import { serviceHandler } from '../../functions/handlers';
import { run } from './post-confirmation';

export const handler = serviceHandler(run);
