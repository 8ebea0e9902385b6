/** What a screen reader is told. Two live regions show it. */
export class Announcer {
  polite = $state('');
  assertive = $state('');

  /** Waits until what is being said has been said. */
  say(words: string): void {
    this.polite = words;
  }

  /** Interrupts; for news that interrupts, and for that alone. */
  interrupt(words: string): void {
    this.assertive = words;
  }
}
