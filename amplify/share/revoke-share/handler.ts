import { memberHandler } from '../../functions/handlers';
import { run } from './revoke-share';

export const handler = memberHandler('revoke-share', run);
