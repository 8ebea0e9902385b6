/**
 * What a service of AWS says when it does not do what was asked. `code` is AWS's own name of the error, which its
 * libraries tell errors apart by; `status` is the HTTP status that it comes with.
 */
export class ServiceRefusal extends Error {
  override readonly name = 'ServiceRefusal';
  readonly resolution = 'Read the code: AWS documents each under the action that was asked for.';
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
