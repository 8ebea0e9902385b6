import { ServiceRefusal } from '../service-refusal';
import type { Asked } from './asked';
import type { Bearer, Keyring } from './keyring';
import { claimOf, isSignedWith, signingTime, type Claim } from './signature';

/** How far a signature's time may lie from that of the service. */
const TOLERANCE_MS = 5 * 60_000;

/** Who signed a request, and for which service and Region. */
export interface Identified {
  readonly bearer: Bearer;
  readonly claim: Claim;
}

function signatureTime(ms: number): string {
  return new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** @throws ServiceRefusal where the request was signed at another time, in AWS's words. */
function checkTime({ signedAt }: Claim, nowMs: number): void {
  const signedMs = signingTime(signedAt);
  const now = signatureTime(nowMs);
  const refuse = (message: string) => {
    throw new ServiceRefusal('InvalidSignatureException', message, 403);
  };
  if (!(signedMs >= nowMs - TOLERANCE_MS)) {
    const earliest = signatureTime(nowMs - TOLERANCE_MS);
    refuse(`Signature expired: ${signedAt} is now earlier than ${earliest} (${now} - 5 min.)`);
  }
  if (!(signedMs <= nowMs + TOLERANCE_MS)) {
    const latest = signatureTime(nowMs + TOLERANCE_MS);
    refuse(
      `Signature not yet current: ${signedAt} is still later than ${latest} (${now} + 5 min.)`,
    );
  }
}

/**
 * Finds out who signed a request.
 *
 * @throws ServiceRefusal where it is not signed, or by credentials that are unknown, too old or used wrongly; codes
 * and words are AWS's ("Common Errors" in each service's API reference).
 */
export async function identify(asked: Asked, keyring: Keyring, nowMs: number): Promise<Identified> {
  const claim = claimOf(asked);
  if (claim === null)
    throw new ServiceRefusal(
      'MissingAuthenticationTokenException',
      'Request is missing Authentication Token',
      403,
    );
  const kept = keyring.find(claim.accessKeyId);
  if (kept === null)
    throw new ServiceRefusal(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
      403,
    );
  if (kept.credentials.expiration <= nowMs)
    throw new ServiceRefusal(
      'ExpiredTokenException',
      'The security token included in the request is expired',
      403,
    );
  checkTime(claim, nowMs);
  if (!(await isSignedWith(asked, claim, kept.credentials)))
    throw new ServiceRefusal(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      403,
    );
  return { bearer: kept.bearer, claim };
}
