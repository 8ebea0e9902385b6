import { troubleOf, type Trouble } from './trouble';

/** Something that a press begins and that can fail: under way at most once, and never in silence. */
export class Attempt {
  isUnderWay = $state(false);
  /** Why the last one failed; null while another is under way and after one that went well. */
  trouble: Trouble | null = $state.raw(null);

  /** Does it, unless it is being done already. Never rejects: what goes wrong is told in `trouble`. */
  async run(action: () => Promise<void>): Promise<void> {
    if (this.isUnderWay) return;
    this.isUnderWay = true;
    this.trouble = null;
    try {
      await action();
    } catch (error) {
      this.trouble = troubleOf(error, navigator.onLine);
    } finally {
      this.isUnderWay = false;
    }
  }
}
