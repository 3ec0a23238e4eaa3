/** Signs that begin the items of a list. */
const BULLET = /^[•●○◦▪■□▫‣⁃∙·◆◇♦➢➤►▶▸▹❖✓✔✦★⦁⚫◉➔→»›※]$/u

/** A sign that is a bullet wherever it begins a line. */
export const isBullet = (text: string): boolean => BULLET.test(text)

/** A bullet, or a dash or letter that is one when room follows it. */
export const isMark = (text: string): boolean => BULLET.test(text) || /^[-–—*+o]$/.test(text)
