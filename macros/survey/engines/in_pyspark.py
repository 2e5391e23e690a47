"""PySpark: on files larger than a machine; here in local mode. Loaded only when it is asked for. Needs Java 17."""

import atexit
import os
import re
import shutil
import subprocess
import warnings
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
from py4j.protocol import Py4JError
from pyspark.conf import SparkConf
from pyspark.core.context import SparkContext
from pyspark.errors import PySparkException
from pyspark.java_gateway import launch_gateway
from pyspark.sql import DataFrame, SparkSession

from macros.errors import Place, Problem, ReportError
from macros.language.message import msg
from macros.survey.engines.engine import Engine

SETTINGS = {
    "spark.master": "local[*]",
    "spark.app.name": "report",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.log.level": "OFF",  # a log line may hold a row; what fails is raised all the same
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "4",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.csv.parser.columnPruning.enabled": "false",  # else a ragged record passes where its end is not read
}


@dataclass(frozen=True)
class InPyspark:
    """One session, which lasts as long as the process."""

    session: SparkSession
    folder: Path
    numbers: "count[int]"
    failures: tuple[type[Exception], ...] = (PySparkException, Py4JError)

    def csv(self, path: Path, width: int, delimiter: str, *, multiline: bool) -> DataFrame:
        """See `Engine`; a file without line ends in its fields is read by all cores at once."""
        return self.session.read.csv(
            _address(path), schema=", ".join(f"c{at} string" for at in range(width)), sep=delimiter, quote='"',
            escape='"', header=True, encoding="UTF-8", multiLine=multiline, mode="FAILFAST",
        )  # fmt: skip

    def parquet(self, path: Path) -> DataFrame:
        """See `Engine`."""
        return self.session.read.parquet(_address(path))

    def table(self, columns: pa.Table) -> DataFrame:
        """See `Engine`."""
        return self.session.createDataFrame(columns)

    def kept(self, frame: DataFrame) -> DataFrame:
        """See `Engine`; a cache of Spark's own would give what a file of the same name held before it was changed."""
        path = self.folder / f"{next(self.numbers)}.parquet"
        frame.write.parquet(path.as_uri())
        return self.session.read.parquet(path.as_uri())


def _address(path: Path) -> str:
    """The path as Hadoop reads it, in which some letters would be wildcards."""
    return "file://" + re.sub(r"([*?\[\]{}\\])", r"\\\1", str(path.resolve()))


def start() -> Engine:
    """Start Java and a session in it; both end with the process.

    Raises:
        ReportError: there is no Java.
    """
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java", path=f"{home}/bin" if home else None) is None:
        hint = msg("Debian and Ubuntu: {command}", command="sudo apt-get install openjdk-17-jre-headless")
        raise ReportError([Problem(Place("engine: pyspark"), msg("There is no Java"), msg("Java 17"), hint)])
    running = SparkContext._active_spark_context  # noqa: SLF001 -- the rooms may have been loaded anew since it started
    if running is not None:
        folder = TemporaryDirectory(prefix="report-pyspark-")
        atexit.register(folder.cleanup)
        return InPyspark(SparkSession(running), Path(folder.name), count())
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    conf = SparkConf().setAll(list(SETTINGS.items()))
    # Java writes notes about itself before any setting of Spark's can keep it quiet.
    quiet = {"stderr": subprocess.DEVNULL, "stdout": subprocess.DEVNULL}
    gateway = launch_gateway(conf, quiet)  # type: ignore[no-untyped-call]
    with warnings.catch_warnings():
        # It is handed Arrow, never a frame of pandas.
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
        session = SparkSession(SparkContext(conf=conf, gateway=gateway))
    folder = TemporaryDirectory(prefix="report-pyspark-")
    atexit.register(folder.cleanup)
    atexit.register(_stop, session)
    return InPyspark(session, Path(folder.name), count())


def _stop(session: SparkSession) -> None:
    gateway = session.sparkContext._gateway  # noqa: SLF001 -- else its socket stays open, which is a warning
    session.stop()
    if gateway is not None:
        gateway.shutdown()
        gateway.proc.stdin.close()
        gateway.proc.wait()
