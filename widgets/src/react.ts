import {
  createElement,
  type ForwardRefExoticComponent,
  forwardRef,
  type HTMLAttributes,
  type RefAttributes,
  useImperativeHandle,
  useRef,
} from 'react';
import { SeatkitGroupManager, SeatkitInviteDialog, SeatkitMemberList, SeatkitSeatMeter } from './index.ts';

type EventName = Extract<keyof GlobalEventHandlersEventMap, `seatkit-${string}`>;
type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Pascal<Rest>}` : Capitalize<Name>;

/** The properties of a widget, under their own names. */
type Fields<Element, Name extends keyof Element> = { readonly [Key in keyof Pick<Element, Name>]?: Element[Key] | undefined };

/** Its events: `seatkit-member-changed` is `onSeatkitMemberChanged`. */
type Handlers<Name extends EventName> = {
  readonly [Key in Name as `on${Pascal<Key>}`]?: ((event: GlobalEventHandlersEventMap[Key]) => void) | undefined;
};

type Common = 'baseUrl' | 'organizationId' | 'locale' | 'getToken' | 'client' | 'appearance';

type Component<Element, Own extends keyof Element, Name extends EventName> = ForwardRefExoticComponent<
  HTMLAttributes<Element> & Fields<Element, Own | (Common & keyof Element)> & Handlers<Name | 'seatkit-error'> & RefAttributes<Element>
>;

/** What is read of a widget's class: which properties it has, and by which attributes. */
interface WidgetClass {
  readonly elementProperties: ReadonlyMap<PropertyKey, { readonly attribute?: boolean | string }>;
}

/** `<seatkit-member-list>` as a React component. Children with `slot="actions"` stand in its toolbar. */
export const MemberList: Component<SeatkitMemberList, 'hash', 'seatkit-before-member-change' | 'seatkit-member-changed'> = wrap(
  'seatkit-member-list',
  SeatkitMemberList,
);

/** `<seatkit-invite-dialog>` as a React component. Its `ref` is the element, with `show()`. */
export const InviteDialog: Component<
  SeatkitInviteDialog,
  'noTrigger' | 'groupId' | 'getSeats',
  'seatkit-before-invite' | 'seatkit-invited' | 'seatkit-before-invitations-change' | 'seatkit-invitations-changed' | 'seatkit-get-seats'
> = wrap('seatkit-invite-dialog', SeatkitInviteDialog);

/** `<seatkit-group-manager>` as a React component. */
export const GroupManager: Component<
  SeatkitGroupManager,
  'groupId' | 'getSeats',
  'seatkit-before-group-save' | 'seatkit-group-saved' | 'seatkit-get-seats'
> = wrap('seatkit-group-manager', SeatkitGroupManager);

/** `<seatkit-seat-meter>` as a React component. */
export const SeatMeter: Component<SeatkitSeatMeter, 'poolId' | 'groupId' | 'getSeats', 'seatkit-get-seats'> = wrap(
  'seatkit-seat-meter',
  SeatkitSeatMeter,
);

/**
 * React 19 could set properties and events of elements itself, React 18 neither. So both get attributes for what has one, which a server can
 * render, too; the rest is set as soon as the element is there, before the widget asks its server anything.
 */
function wrap<Element extends HTMLElement, Props extends object>(
  tag: string,
  widget: WidgetClass,
): ForwardRefExoticComponent<Props & RefAttributes<Element>> {
  return forwardRef<Element, Props>((props, ref) => {
    const own = useRef<Element>(null);
    useImperativeHandle(ref, () => own.current!, []);
    const attributes: Record<string, unknown> = {};
    const fields: Record<string, unknown> = {};
    const listeners: [string, EventListener][] = [];
    for (const [name, value] of Object.entries(props)) {
      const property = widget.elementProperties.get(name);
      if (/^onSeatkit[A-Z]/.test(name)) {
        if (value) listeners.push([kebab(name.slice('on'.length)), value]);
      } else if (property?.attribute === false) fields[name] = value;
      else if (property) attributes[typeof property.attribute === 'string' ? property.attribute : name.toLowerCase()] = present(value);
      else if (name === 'className') attributes.class = value;
      else attributes[name] = /^(aria|data)-/.test(name) ? value : present(value);
    }
    let forget = () => {};
    const attach = (element: Element | null) => {
      own.current = element;
      forget();
      if (!element) return;
      Object.assign(element, fields);
      for (const [name, listener] of listeners) element.addEventListener(name, listener);
      forget = () => {
        for (const [name, listener] of listeners) element.removeEventListener(name, listener);
      };
    };
    return createElement(tag, { ...attributes, ref: attach });
  });
}

/** An attribute without a value is there or not. */
function present(value: unknown): unknown {
  return value === true ? '' : value === false ? undefined : value;
}

function kebab(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
}
