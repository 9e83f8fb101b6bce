{{- define "signet.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- /* The name of all objects. At most 50 characters, because of the suffix -management. */}}
{{- define "signet.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" }}
{{- else if contains (include "signet.name" .) .Release.Name }}
{{- .Release.Name | trunc 50 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "signet.name" .) | trunc 50 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "signet.selectorLabels" -}}
app.kubernetes.io/name: {{ include "signet.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "signet.labels" -}}
{{ include "signet.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "signet.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "signet.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "signet.image" -}}
{{- $tag := default (ternary (printf "%s-native" .Chart.AppVersion) .Chart.AppVersion (eq .Values.runtime "native")) .Values.image.tag }}
{{- if .Values.image.digest }}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest }}
{{- else }}
{{- printf "%s:%s" .Values.image.repository $tag }}
{{- end }}
{{- end }}

{{- define "signet.resources" -}}
{{- if .Values.resources }}
{{- toYaml .Values.resources }}
{{- else if eq .Values.runtime "native" -}}
requests:
  cpu: "1"
  memory: 448Mi
limits:
  memory: 640Mi
{{- else -}}
requests:
  cpu: "1"
  memory: 512Mi
limits:
  memory: 768Mi
{{- end }}
{{- end }}

{{- /* The property files of the mounted secrets, separated by commas. */}}
{{- define "signet.propertyFiles" -}}
{{- $files := list "/run/secrets/signet/signet.properties" }}
{{- if .Values.database.existingSecret }}
{{- $files = append $files "/run/secrets/signet/database.properties" }}
{{- end }}
{{- if .Values.admin.existingSecret }}
{{- $files = append $files "/run/secrets/signet/admin.properties" }}
{{- end }}
{{- join "," $files }}
{{- end }}

{{- /* The environment without extraEnv. */}}
{{- define "signet.env" -}}
- name: SIGNET_ISSUER
  value: {{ .Values.issuer | quote }}
- name: SIGNET_KEYS_ENCRYPTION_KEY_FILE
  value: /run/secrets/signet/key-encryption-key
# The passwords.
- name: QUARKUS_CONFIG_LOCATIONS
  value: {{ include "signet.propertyFiles" . }}
- name: SIGNET_ADMIN_USERNAME
  value: {{ .Values.admin.username | quote }}
- name: QUARKUS_DATASOURCE_JDBC_URL
  value: {{ .Values.database.url | quote }}
- name: QUARKUS_DATASOURCE_USERNAME
  value: {{ .Values.database.username | quote }}
- name: QUARKUS_DATASOURCE_JDBC_MAX_SIZE
  value: {{ .Values.database.maxConnections | quote }}
- name: QUARKUS_SHUTDOWN_DELAY
  value: {{ printf "%ds" (int .Values.shutdownDelaySeconds) }}
{{- with .Values.trustedProxies }}
- name: SIGNET_WEB_TRUSTED_PROXIES
  value: {{ join "," . | quote }}
{{- end }}
{{- with .Values.tracing.endpoint }}
- name: SIGNET_TRACING_ENDPOINT
  value: {{ . | quote }}
- name: SIGNET_TRACING_SAMPLE_RATIO
  value: {{ $.Values.tracing.sampleRatio | quote }}
{{- end }}
{{- with .Values.javaToolOptions }}
- name: JAVA_TOOL_OPTIONS
  value: {{ . | quote }}
{{- end }}
{{- if .Values.mail.from }}
- name: QUARKUS_MAILER_FROM
  value: {{ .Values.mail.from | quote }}
- name: QUARKUS_MAILER_HOST
  value: {{ .Values.mail.host | quote }}
- name: QUARKUS_MAILER_PORT
  value: {{ .Values.mail.port | quote }}
- name: QUARKUS_MAILER_TLS
  value: {{ .Values.mail.tls | quote }}
{{- with .Values.mail.username }}
- name: QUARKUS_MAILER_USERNAME
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* Variables of the chart and of secrets, which extraEnv must not contain. */}}
{{- define "signet.reservedEnv" -}}
SIGNET_ISSUER SIGNET_KEYS_ENCRYPTION_KEY_FILE QUARKUS_CONFIG_LOCATIONS SIGNET_ADMIN_USERNAME QUARKUS_DATASOURCE_JDBC_URL
QUARKUS_DATASOURCE_USERNAME QUARKUS_DATASOURCE_JDBC_MAX_SIZE QUARKUS_SHUTDOWN_DELAY SIGNET_WEB_TRUSTED_PROXIES JAVA_TOOL_OPTIONS
SIGNET_TRACING_ENDPOINT SIGNET_TRACING_SAMPLE_RATIO
QUARKUS_MAILER_FROM QUARKUS_MAILER_HOST QUARKUS_MAILER_PORT QUARKUS_MAILER_TLS QUARKUS_MAILER_USERNAME
QUARKUS_HTTP_PORT QUARKUS_MANAGEMENT_PORT SIGNET_DATABASE_DIRECTORY
{{- end }}

{{- define "signet.secretEnv" -}}
SIGNET_KEYS_ENCRYPTION_KEY SIGNET_ADMIN_PASSWORD SIGNET_ADMIN_RECOVERY_PASSWORD QUARKUS_DATASOURCE_PASSWORD QUARKUS_MAILER_PASSWORD
SIGNET_TRACING_HEADERS
{{- end }}
