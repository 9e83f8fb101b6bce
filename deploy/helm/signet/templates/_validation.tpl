{{- /* Rejects combinations of values that the schema cannot reject, with one sentence. */}}
{{- define "signet.validate" -}}
{{- $v := .Values }}
{{- if not $v.issuer }}
{{- fail "Set issuer to the public https URL of Signet, such as https://id.example.com." }}
{{- end }}
{{- if not $v.image.repository }}
{{- fail "Set image.repository to the registry and name of your Signet image, such as registry.example.com/signet." }}
{{- end }}
{{- if not $v.database.url }}
{{- fail "Set database.url to the JDBC URL of PostgreSQL, such as jdbc:postgresql://postgresql.database.svc:5432/signet." }}
{{- end }}
{{- if contains "password=" (lower $v.database.url) }}
{{- fail "database.url must not contain a password: put quarkus.datasource.password into the property file of secrets.existingSecret." }}
{{- end }}
{{- if not $v.secrets.existingSecret }}
{{- fail "Set secrets.existingSecret to the Secret with the files of deploy/secrets.sh: kubectl create secret generic signet --from-file=…" }}
{{- end }}
{{- if and $v.ingress.enabled (not $v.trustedProxies) }}
{{- fail "Set trustedProxies to the IP addresses of the ingress controller: without them, all clients share one attempt limit." }}
{{- end }}
{{- if and $v.ingress.enabled (trimPrefix "/" (urlParse $v.issuer).path) }}
{{- fail "ingress.enabled requires an issuer without a path: create an Ingress that removes the path (docs/operations/deployment.md)." }}
{{- end }}
{{- if and $v.networkPolicy.enabled (ne $v.service.type "ClusterIP") (not $v.networkPolicy.extraIngress) }}
{{- fail (printf "service.type %s requires a rule in networkPolicy.extraIngress for its clients: the network policy denies all other traffic." $v.service.type) }}
{{- end }}
{{- if and $v.mail.from (not $v.mail.host) }}
{{- fail "Set mail.host to the mail server, or remove mail.from." }}
{{- end }}
{{- if and $v.javaToolOptions (eq $v.runtime "native") }}
{{- fail "javaToolOptions requires runtime jvm." }}
{{- end }}
{{- $pods := int $v.replicas }}
{{- if $v.autoscaling.enabled }}
{{- $pods = int $v.autoscaling.minReplicas }}
{{- if lt (int $v.autoscaling.maxReplicas) $pods }}
{{- fail "autoscaling.maxReplicas must not be lower than autoscaling.minReplicas." }}
{{- end }}
{{- end }}
{{- if and $v.podDisruptionBudget.enabled (le $pods (int $v.podDisruptionBudget.minAvailable)) }}
{{- fail "podDisruptionBudget.minAvailable must be lower than the number of pods, otherwise no node of the cluster can be drained." }}
{{- end }}
{{- if le (int $v.terminationGracePeriodSeconds) (add $v.shutdownDelaySeconds 20 | int) }}
{{- fail "terminationGracePeriodSeconds must be longer than shutdownDelaySeconds plus 20 s for open requests, mails and events." }}
{{- end }}
{{- if le (int $v.shutdownDelaySeconds) (mul $v.readinessProbe.periodSeconds $v.readinessProbe.failureThreshold | int) }}
{{- fail "shutdownDelaySeconds must be longer than readinessProbe.periodSeconds × readinessProbe.failureThreshold." }}
{{- end }}
{{- $reserved := splitList " " (include "signet.reservedEnv" . | replace "\n" " ") }}
{{- $secret := splitList " " (include "signet.secretEnv" .) }}
{{- range $v.extraEnv }}
{{- if has .name $secret }}
{{- fail (printf "extraEnv must not contain %s: put the secret into the property file of secrets.existingSecret." .name) }}
{{- end }}
{{- if has .name $reserved }}
{{- fail (printf "extraEnv must not contain %s: the chart sets it." .name) }}
{{- end }}
{{- end }}
{{- end }}
