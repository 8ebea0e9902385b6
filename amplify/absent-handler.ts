/** Stands in for a function whose handler is not there. */
export async function handler(): Promise<never> {
  throw new Error('this function is not there');
}
