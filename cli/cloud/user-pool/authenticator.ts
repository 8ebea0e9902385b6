import { generateSecret, verifySync } from 'otplib';

/** A new secret in Base32, which is how an authenticator app takes it. */
export const newSecret = (): string => generateSecret();

/** Whether the six digits are those of now, or of one step of 30 s before or after: clocks differ. */
export function isRightCode(secret: string, digits: string, nowMs: number): boolean {
  if (secret === '' || !/^\d{6}$/.test(digits)) return false;
  const epoch = Math.floor(nowMs / 1_000);
  return verifySync({ secret, token: digits, epoch, epochTolerance: 30 }).valid;
}
