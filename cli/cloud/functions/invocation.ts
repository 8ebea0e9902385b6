import type { Answered } from '../http/forward';
import type { FunctionRunner } from './function-runner';

const JSON_TYPE = 'application/json';

/**
 * Answers an invocation as Lambda does: what the function gives is the body; where it throws, the answer is still
 * 200, and a header says so (Lambda API reference, Invoke).
 */
export async function invoke(
  runner: FunctionRunner,
  functionName: string,
  payload: string,
): Promise<Answered> {
  const name = runner.named(functionName);
  try {
    const given = await runner.run(name, JSON.parse(payload === '' ? '{}' : payload));
    return { status: 200, type: JSON_TYPE, body: JSON.stringify(given ?? null) };
  } catch (thrown) {
    const { name: errorType, message: errorMessage } =
      thrown instanceof Error ? thrown : new Error(String(thrown));
    return {
      status: 200,
      type: JSON_TYPE,
      body: JSON.stringify({ errorType, errorMessage }),
      headers: { 'x-amz-function-error': 'Unhandled' },
    };
  }
}
