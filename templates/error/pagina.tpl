{{%AUTOESCAPE context="HTML"}}
{{#E400}}<h1>No pudimos leer lo que envió</h1>
<p>La dirección o los datos llegaron incompletos o con un formato que el portal no reconoce. No se guardó nada.</p>
<p>Vuelva a la página anterior, revise lo que escribió y envíelo otra vez. Si copió la dirección, cópiela completa.</p>
{{/E400}}{{#E403}}<h1>No tiene acceso a esta página</h1>
<p>El rol con el que está trabajando no alcanza a esta página, o el formulario se abrió en otra sesión. No se guardó nada.</p>
<p>Si tiene varios roles, <a href="/cuenta/rol">cambie de rol</a>. Si enviaba un formulario, ábralo de nuevo desde el portal y envíelo otra vez.</p>
{{/E403}}{{#E404}}<h1>No encontramos la página</h1>
<p>La dirección no existe, o corresponde a un registro que su entidad no puede ver.</p>
<p>Si la escribió, revísela. Si llegó por un enlace de una carta o un correo, pida uno nuevo a quien se lo envió.</p>
{{/E404}}{{#E405}}<h1>Esta página no se usa de esa manera</h1>
<p>Se intentó enviar datos a una página que solo se consulta, o abrir directamente una que solo recibe datos. No se guardó nada.</p>
<p>Vuelva al inicio y siga los enlaces y botones del portal.</p>
{{/E405}}{{#E409}}<h1>Alguien cambió estos datos antes que usted</h1>
<p>Mientras usted trabajaba, otra persona modificó el mismo registro. Su cambio no se guardó, para no borrar el de ella.</p>
<p>Abra de nuevo el registro, vea cómo quedó y, si todavía hace falta, repita su cambio.</p>
{{/E409}}{{#E410}}<h1>Este enlace ya no sirve</h1>
<p>Ya fue usado, pasó su fecha de vencimiento, o lo que abría se retiró.</p>
<ul>
<li>Si se lo entregaron: pida uno nuevo a quien se lo dio, o <a href="/cuenta/recuperar">recupere su acceso</a>.</li>
<li>Si venía en un recordatorio: use el enlace del último que recibió. La oficina de recursos humanos de su entidad también puede pausarlos.</li>
<li>Si era un material: lo retiraron o lo reemplazaron. Búsquelo en la lista de materiales del portal.</li>
</ul>
{{/E410}}{{#E413}}<h1>Lo que envió pesa demasiado</h1>
<p>El envío supera el tamaño que el portal acepta. No se guardó nada.</p>
<p>Acorte el texto, divida el archivo en partes, o envíe menos fotos o más livianas. Después, envíelo otra vez.</p>
{{/E413}}{{#E414}}<h1>La dirección es demasiado larga</h1>
<p>El portal no acepta direcciones de ese tamaño. Suele ocurrir al combinar muchos filtros.</p>
<p>Vuelva a la lista y use menos filtros.</p>
{{/E414}}{{#E415}}<h1>El portal no acepta ese tipo de envío</h1>
<p>Los datos llegaron en un formato distinto al de los formularios del portal. No se guardó nada.</p>
<p>Envíelos desde el formulario, con un navegador actualizado.</p>
{{/E415}}{{#E422}}<h1>Hay datos por corregir</h1>
<p>Algún dato no cumple lo que se pide. No se guardó nada.</p>
<p>Vuelva al formulario, corrija lo señalado y envíelo otra vez.</p>
{{/E422}}{{#E429}}<h1>Demasiados intentos seguidos</h1>
<p>Por seguridad, el portal hizo una pausa para su cuenta o para su conexión. Puede ocurrir si varias personas comparten la misma conexión.</p>
<p>Espere unos minutos y vuelva a intentarlo. No hace falta cambiar su contraseña.</p>
{{/E429}}{{#E500}}<h1>El portal tuvo una falla</h1>
<p>No es por algo que usted hizo. La falla quedó anotada para corregirla.</p>
<p>Inténtelo de nuevo. Si se repite, comunique el número de solicitud que aparece abajo.</p>
{{#ESCRITURA}}<div class="alerta"><p><strong>Lo que envió no está confirmado.</strong> Vuelva atrás y envíelo otra vez: si ya se había guardado, no se duplicará.</p></div>
{{/ESCRITURA}}{{/E500}}{{#E503}}<h1>El portal está ocupado</h1>
<p>En este momento no puede atender su solicitud. Suele durar poco.</p>
<p>Espere un minuto y vuelva a intentarlo.</p>
{{#ESCRITURA}}<div class="alerta"><p><strong>Lo que envió no está confirmado.</strong> Vuelva atrás y envíelo otra vez: si ya se había guardado, no se duplicará.</p></div>
{{/ESCRITURA}}{{/E503}}<p>Número de solicitud: <strong>{{NUMERO}}</strong></p>
<div class="acc"><a class="btn" href="/">Ir al inicio</a> <a href="/publico/ayuda">Ver la ayuda</a></div>
