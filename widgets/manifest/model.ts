/** What a page may use of a widget, as its comments tell it. */
export interface WidgetDoc {
  readonly tag: string;
  readonly className: string;
  readonly description: string;
  readonly properties: readonly PropertyDoc[];
  readonly methods: readonly MethodDoc[];
  readonly events: readonly EventDoc[];
  readonly slots: readonly NamedDoc[];
  readonly parts: readonly NamedDoc[];
}

export interface NamedDoc {
  readonly name: string;
  readonly description: string;
}

export interface PropertyDoc extends NamedDoc {
  /** Undefined: it can only be set by script. */
  readonly attribute: string | undefined;
  readonly type: string;
  readonly default: string;
}

export interface MethodDoc extends NamedDoc {
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly default: string | undefined }[];
}

export interface EventDoc extends NamedDoc {
  readonly className: string;
  readonly cancelable: boolean;
  readonly fields: readonly (NamedDoc & { readonly type: string })[];
}

/** A custom property that a page may set. */
export interface CssPropertyDoc extends NamedDoc {
  readonly default: string;
}

/** All widgets, and what they have in common. */
export interface Reference {
  readonly common: Omit<WidgetDoc, 'tag'>;
  readonly cssProperties: readonly CssPropertyDoc[];
  readonly widgets: readonly WidgetDoc[];
  /** Types that fields of events are of, written out. */
  readonly types: ReadonlyMap<string, string>;
}
