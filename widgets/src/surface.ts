import { LitElement } from 'lit';
import type { SeatkitElement } from './seatkit-element.ts';
import type { Dictionary } from './words/dictionary.ts';

/**
 * What a click opens: an element of its own inside a widget, in a file of its own with its own words and style, so that a page
 * does not load what nobody has opened.
 */
export abstract class Surface<Words extends object, Host extends SeatkitElement = SeatkitElement> extends LitElement {
  /** The widget it belongs to: its client, its language, and where its events and failures go. */
  host!: Host;
  protected abstract readonly dictionary: Dictionary<Words>;

  /** As its widget has it; when that changes, the widget lets go of the surface. */
  get whose(): object {
    return this.host.whose;
  }

  get words(): Words {
    return this.dictionary.for(this.host.language);
  }

  /** Tells the page of a failure that the surface has put into words itself. */
  report(error: unknown): void {
    this.host.report(error);
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.dictionary.load(this.host.language)?.catch((error) => this.report(error));
    try {
      await super.scheduleUpdate();
    } catch (error) {
      this.host.giveUp(this, error);
    }
  }

  /** As its widget. */
  protected override shouldUpdate(): boolean {
    return this.isConnected;
  }
}
