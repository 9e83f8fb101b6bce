package dev.signet.deploy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecretProjection;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects of one installation on Kubernetes.
 *
 * @param name how the installation was created
 * @param dockerfile the Dockerfile of its image
 */
record KubernetesInstallation(String name, String dockerfile, List<HasMetadata> manifests) {

    static KubernetesInstallation fromChart(String name, String dockerfile, String... values) {
        return new KubernetesInstallation(name, dockerfile, Manifests.readAll(HelmChart.render(values)));
    }

    <T extends HasMetadata> T only(Class<T> type) {
        return Manifests.only(manifests.stream(), type);
    }

    boolean has(Class<? extends HasMetadata> type) {
        return manifests.stream().anyMatch(type::isInstance);
    }

    Deployment deployment() {
        return only(Deployment.class);
    }

    PodSpec pod() {
        return deployment().getSpec().getTemplate().getSpec();
    }

    Container container() {
        return pod().getContainers().get(0);
    }

    NetworkPolicy policy() {
        return only(NetworkPolicy.class);
    }

    Service service(String name) {
        return Manifests.only(
                manifests.stream()
                        .filter(manifest -> manifest.getMetadata().getName().equals(name)),
                Service.class);
    }

    /** Returns the number of pods without load. */
    int minPods() {
        return has(HorizontalPodAutoscaler.class)
                ? only(HorizontalPodAutoscaler.class).getSpec().getMinReplicas()
                : deployment().getSpec().getReplicas();
    }

    Optional<String> value(String variable) {
        return container().getEnv().stream()
                .filter(entry -> entry.getName().equals(variable))
                .findFirst()
                .map(EnvVar::getValue);
    }

    String valueOf(String variable) {
        return value(variable).orElseThrow();
    }

    Dockerfile image() {
        return Dockerfile.read(dockerfile);
    }

    List<String> secretNames() {
        return projections().map(SecretProjection::getName).toList();
    }

    /** Returns the files of the mounted secrets. */
    List<String> secretFiles() {
        return projections()
                .flatMap(secret -> secret.getItems().stream())
                .map(KeyToPath::getPath)
                .toList();
    }

    private Stream<SecretProjection> projections() {
        return pod().getVolumes().stream()
                .filter(volume -> volume.getName().equals("secrets"))
                .flatMap(volume -> volume.getProjected().getSources().stream())
                .map(VolumeProjection::getSecret);
    }

    @Override
    public String toString() {
        return name;
    }
}
