import { memberHandler } from '../../functions/handlers';
import { run } from './delete-account';

export const handler = memberHandler('delete-account', run);
