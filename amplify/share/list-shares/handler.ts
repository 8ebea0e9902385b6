import { memberHandler } from '../../functions/handlers';
import { run } from './list-shares';

export const handler = memberHandler('list-shares', run);
