import { Component, type ReactNode } from 'react';
import { BrokenView } from './broken-view.tsx';

interface FailureBoundaryProps {
  /** Another value begins anew, such as the view. */
  readonly resetBy: string;
  readonly children: ReactNode;
}

interface FailureBoundaryState {
  readonly hasFailed: boolean;
  readonly resetBy: string;
}

/**
 * Shows that a part of the page failed, instead of a blank window: its code could not be loaded, as after a deployment,
 * or it has a bug.
 */
export class FailureBoundary extends Component<FailureBoundaryProps, FailureBoundaryState> {
  override state: FailureBoundaryState = { hasFailed: false, resetBy: this.props.resetBy };

  static getDerivedStateFromError(): Partial<FailureBoundaryState> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps(
    { resetBy }: FailureBoundaryProps,
    state: FailureBoundaryState,
  ): FailureBoundaryState | null {
    return resetBy === state.resetBy ? null : { hasFailed: false, resetBy };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <BrokenView /> : this.props.children;
  }
}
