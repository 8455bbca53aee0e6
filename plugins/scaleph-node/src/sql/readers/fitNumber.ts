/** A number as a number when JavaScript writes it the same way, else as its text: nothing is lost. @internal */
export function fitNumber(text: string): number | string {
  const value = Number(text);
  return Number.isFinite(value) && String(value) === text ? value : text;
}
