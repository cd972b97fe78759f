package dev.arduinotrader.platform.grpc;

import com.google.protobuf.Descriptors.FileDescriptor;
import dev.arduinotrader.contracts.common.ProcessServiceGrpc;
import dev.arduinotrader.contracts.gateway.GatewayServiceGrpc;
import dev.arduinotrader.contracts.optimization.OptimizationServiceGrpc;
import dev.arduinotrader.contracts.planning.PlanningServiceGrpc;
import dev.arduinotrader.contracts.portfolio.PortfolioServiceGrpc;
import dev.arduinotrader.contracts.scoring.ScoringServiceGrpc;
import dev.arduinotrader.contracts.trading.TradingServiceGrpc;
import dev.arduinotrader.contracts.universe.UniverseServiceGrpc;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells whether two programs were built with the same contracts. */
public final class ContractHash {
  private ContractHash() {}

  /** Computed when it is first asked for, because the descriptors take a moment to load. */
  private static final class Lazy {
    private static final String HASH =
        of(
            List.of(
                PlanningServiceGrpc.getServiceDescriptor(),
                ScoringServiceGrpc.getServiceDescriptor(),
                OptimizationServiceGrpc.getServiceDescriptor(),
                PortfolioServiceGrpc.getServiceDescriptor(),
                TradingServiceGrpc.getServiceDescriptor(),
                UniverseServiceGrpc.getServiceDescriptor(),
                GatewayServiceGrpc.getServiceDescriptor(),
                ProcessServiceGrpc.getServiceDescriptor()));
  }

  /** SHA-256 over the files of all contracts and what they import, 64 hex digits. */
  public static String current() {
    return Lazy.HASH;
  }

  static String of(List<ServiceDescriptor> services) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (ServiceDescriptor service : services) {
      if (service.getSchemaDescriptor() instanceof ProtoFileDescriptorSupplier supplier) {
        collect(supplier.getFileDescriptor(), files);
      }
    }
    MessageDigest digest = sha256();
    files.values().forEach(digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void collect(FileDescriptor file, SortedMap<String, byte[]> files) {
    if (files.put(file.getFullName(), file.toProto().toByteArray()) == null) {
      file.getDependencies().forEach(imported -> collect(imported, files));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
