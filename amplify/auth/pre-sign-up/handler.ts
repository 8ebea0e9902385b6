import { serviceHandler } from '../../functions/handlers';
import { run } from './pre-sign-up';

export const handler = serviceHandler(run);
