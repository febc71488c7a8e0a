"""The panel of the test desktop: the place on the session bus where programs announce their tray icons.
https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/"""

from gi.repository import Gio, GLib

NAME = "org.kde.StatusNotifierWatcher"
INTERFACE = f"""
<node><interface name="{NAME}">
  <method name="RegisterStatusNotifierItem"><arg type="s" direction="in"/></method>
  <method name="RegisterStatusNotifierHost"><arg type="s" direction="in"/></method>
  <property name="RegisteredStatusNotifierItems" type="as" access="read"/>
  <property name="IsStatusNotifierHostRegistered" type="b" access="read"/>
  <property name="ProtocolVersion" type="i" access="read"/>
  <signal name="StatusNotifierItemRegistered"><arg type="s"/></signal>
  <signal name="StatusNotifierItemUnregistered"><arg type="s"/></signal>
  <signal name="StatusNotifierHostRegistered"/>
</interface></node>"""

items = {}  # the program's name on the bus + the icon's object path -> what watches for the program's end


def emit(connection, signal, item):
    connection.emit_signal(None, "/StatusNotifierWatcher", NAME, signal, GLib.Variant("(s)", (item,)))


def forget(connection, item):
    Gio.bus_unwatch_name(items.pop(item))
    emit(connection, "StatusNotifierItemUnregistered", item)


def on_call(connection, sender, _path, _interface, method, arguments, invocation):
    if method == "RegisterStatusNotifierItem":
        (service,) = arguments.unpack()  # an object path of the sender, or a bus name
        item = sender + service if service.startswith("/") else service + "/StatusNotifierItem"
        if item not in items:
            gone = lambda *_: forget(connection, item)
            items[item] = Gio.bus_watch_name_on_connection(
                connection, item.split("/")[0], Gio.BusNameWatcherFlags.NONE, None, gone
            )
            emit(connection, "StatusNotifierItemRegistered", item)
    invocation.return_value(None)


def on_get(_connection, _sender, _path, _interface, name):
    if name == "RegisteredStatusNotifierItems":
        return GLib.Variant("as", list(items))
    if name == "ProtocolVersion":
        return GLib.Variant("i", 0)
    return GLib.Variant("b", True)


def on_bus(connection, _name):
    interface = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
    connection.register_object("/StatusNotifierWatcher", interface, on_call, on_get, None)


loop = GLib.MainLoop()
Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, on_bus, None, lambda *_: loop.quit())
loop.run()
