import { memberHandler } from '../../functions/handlers';
import { run } from './check-connection';

export const handler = memberHandler('check-connection', run);
