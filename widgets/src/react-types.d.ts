/** What the wrappers use of React, for type checks where it is not installed. In a page's own build the types of its React take the place. */
declare module 'react' {
  export interface HTMLAttributes<_Element> {
    readonly className?: string | undefined;
    readonly children?: unknown;
  }
  export interface RefAttributes<Element> {
    readonly ref?: ForwardedRef<Element> | undefined;
  }
  export type ForwardedRef<Element> = ((element: Element | null) => void) | { current: Element | null } | null;
  export type ForwardRefExoticComponent<Props> = (props: Props) => unknown;
  export function forwardRef<Element, Props>(
    render: (props: Props, ref: ForwardedRef<Element>) => unknown,
  ): ForwardRefExoticComponent<Props & RefAttributes<Element>>;
  export function createElement(type: string, props: object): unknown;
  export function useRef<Value>(value: Value | null): { current: Value | null };
  export function useImperativeHandle<Element>(ref: ForwardedRef<Element>, make: () => Element, inputs: readonly unknown[]): void;
}
