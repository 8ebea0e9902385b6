import { guestHandler } from '../../functions/handlers';
import { run } from './join-share';

export const handler = guestHandler('join-share', run);
