{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
{{#RECIBIDA}}<div class="listo" role="status"><h1>Recibimos su pedido</h1><p>Si ese documento tiene una cuenta activa con correo, le enviamos un enlace para crear otra contraseña. Sirve una sola vez y vence pronto.</p></div>
<h2>Si no llega</h2>
<ul>
<li>Espere unos minutos y revise el correo no deseado. Si varias personas comparten ese buzón, busque el mensaje con su nombre.</li>
<li>Si no tiene correo en su cuenta, pida un enlace a la ORH de su entidad; si trabaja en SERVIR, a la administración del portal.</li>
<li>Si aún no creó su contraseña, use su enlace de invitación o pida otro a quien se lo dio.</li>
</ul>
<div class="acc"><a class="btn" href="/cuenta/ingresar">Ir a ingresar</a></div>
{{/RECIBIDA}}{{#PEDIR}}<h1>Recuperar el acceso</h1>
<p class="lead">Le enviaremos un enlace personal al correo de su cuenta para que cree otra contraseña.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Escriba su documento. El portal no dirá si tiene cuenta, para proteger sus datos. Si no registró un correo, pida el enlace a la ORH de su entidad, que puede entregárselo en persona.</p></details>
<form method="post" action="/cuenta/recuperar" novalidate>
{{>CSRF}}
{{>CAMPO_TIPO_DOCUMENTO}}
{{>CAMPO_DOCUMENTO}}
<div class="acc"><button>Enviar el enlace</button> <a href="/cuenta/ingresar">Volver a ingresar</a></div>
</form>
{{/PEDIR}}
