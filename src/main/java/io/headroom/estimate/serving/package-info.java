/**
 * What users of the deployment see at constant load.
 * Only the estimator calls it; everybody may read its records.
 * Start at {@link io.headroom.estimate.serving.SteadyLoad}.
 */
package io.headroom.estimate.serving;
