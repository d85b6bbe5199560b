package org.aforo.protocol.internal.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.aforo.api.IngestionService;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.endpoint.HttpRoute;

/** A service that is plugged in, and how many calls it is answering. */
public final class Plugged {

    private final IngestionService service;
    private final ServiceDescriptor descriptor;
    private final List<Api> apis = new ArrayList<>();
    private final List<HttpRoute> routes = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private volatile boolean closed;

    public Plugged(IngestionService service) {
        this.service = service;
        this.descriptor = service.descriptor();
        for (Endpoint endpoint : service.endpoints()) {
            switch (endpoint) {
                case AwsApi api -> apis.add(new Api(api));
                case HttpRoute route -> routes.add(route);
            }
        }
    }

    public IngestionService service() {
        return service;
    }

    public ServiceDescriptor descriptor() {
        return descriptor;
    }

    List<Api> apis() {
        return apis;
    }

    List<HttpRoute> routes() {
        return routes;
    }

    /** Names of the operations that are built. */
    public Set<String> operations() {
        Set<String> names = new LinkedHashSet<>();
        apis.forEach(api -> names.addAll(api.operations()));
        return names;
    }

    /** Begins a call; false when the service has been taken out. */
    boolean enter() {
        calls.incrementAndGet();
        if (closed) {
            exit();
            return false;
        }
        return true;
    }

    /** Ends a call. */
    void exit() {
        if (calls.decrementAndGet() == 0 && closed) {
            lock.lock();
            try {
                idle.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Lets no more calls in and waits, in real time, for those that are under way. */
    public void close(Duration drain) {
        closed = true;
        lock.lock();
        try {
            long left = drain.toNanos();
            while (calls.get() > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
