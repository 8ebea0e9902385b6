import { memberHandler } from '../../functions/handlers';
import { run } from './create-share';

export const handler = memberHandler('create-share', run);
