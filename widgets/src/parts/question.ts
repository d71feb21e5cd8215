/** What is asked, what "yes" means, and what it does. */
export interface Question {
  readonly title: string;
  readonly button: string;
  /** Takes something from somebody: the button says so by its colour. */
  readonly destroys?: boolean;
  /** What "yes" means, in a template of a list's lines or paragraphs. There is nothing to press before it is known. */
  readonly means: () => unknown | Promise<unknown>;
  readonly confirm: () => Promise<void>;
}
