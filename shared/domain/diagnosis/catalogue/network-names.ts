/**
 * Names that .NET (`WebExceptionStatus`), HTTP and OAuth 2.0 give to failures, by cause. Names of one everyday word, such
 * as `Timeout`, are left out.
 */
export const networkNameData = [
  'timeout-or-network: ConnectFailure KeepAliveFailure ReceiveFailure SendFailure PipelineFailure ConnectionClosed RequestCanceled',
  'timeout-or-network: ServerProtocolViolation GatewayTimeout ServiceUnavailable BadGateway RequestTimeout ConnectionReset',
  'environment-unavailable: NameResolutionFailure ProxyNameResolutionFailure HostNotFound',
  'certificate-or-tls: TrustFailure SecureChannelFailure CertificateExpired UntrustedRoot RemoteCertificateNameMismatch',
  'throttled: TooManyRequests',
  'authentication-failed: invalid_client invalid_grant unauthorized_client interaction_required consent_required invalid_resource',
].join('\n');
