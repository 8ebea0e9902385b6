import type { Annotation } from '$lib/session/listening';
import { DEPLOY_GAP, DEPLOY_LEAD, deployBox, deployKind, type DeployBox } from './deploy-box';
import type { Measure } from './fit-text';
import { xOf, type Frame } from './frame';
import { lanesBottom, type Pixels } from './layout';
import { paintDotted } from './paint-dotted';
import { paintShape } from './paint-shape';
import { paintWords } from './paint-words';

/** Room between a box and the next deploy's. */
const BETWEEN: Pixels = 12;

/** The boxes of deploys, oldest first; each gives way to the next, and the last to the row's right end. */
export function deployBoxes(
  frame: Frame,
  deploys: readonly Annotation[],
  end: Pixels,
  measure: Measure,
): readonly DeployBox[] {
  return deploys.map((deploy, index) => {
    const next = deploys[index + 1];
    const limit = next ? Math.min(end, xOf(frame, next.from) - BETWEEN) : end;
    const words = { strong: deployKind(deploy.source), dim: deploy.label };
    return deployBox(xOf(frame, deploy.from), limit, words, measure);
  });
}

/** A boxed label with a line through all lanes. */
export function paintDeploy(frame: Frame, box: DeployBox): void {
  const { pen, palette, layout } = frame;
  const { x, left, right, words } = box;
  const dots = { dash: [1, 3], colour: palette.ink3 };
  paintDotted(frame, x, 24, lanesBottom(layout), dots);
  pen.fillStyle = palette.sheet;
  pen.strokeStyle = palette.ink3;
  pen.beginPath();
  pen.roundRect(Math.round(left) + 0.5, 3.5, Math.round(right - left), 20, 2);
  pen.fill();
  pen.stroke();
  const colour = palette.families.delivery;
  const ink = { colour, behind: palette.sheet, hollow: false, dashed: false };
  paintShape(pen, 'triangle', x, 14.5, 5, ink);
  if (words) paintWords(frame, { ...words, gap: DEPLOY_GAP }, x + DEPLOY_LEAD, 18);
}
