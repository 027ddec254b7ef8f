{{%AUTOESCAPE context="HTML"}}
<h1>Ayuda</h1>
<p class="lead">Qué hacer según quién es usted, y a quién escribir si algo no sale.</p>
<h2>Mi primer ingreso</h2>
<ol>
<li>Abra el enlace personal que recibió por correo o en una hoja.</li>
<li>Compruebe que el nombre es el suyo y cree su contraseña.</li>
<li>Desde entonces ingrese con su documento y esa contraseña.</li>
</ol>
<p>¿El enlace venció o no llegó? Pida otro a quien lo invitó: la ORH de su entidad o, si usted dirige la ORH, SERVIR.</p>
<h2>Olvidé mi contraseña</h2>
<p>Use <a href="/cuenta/recuperar">Recuperar mi acceso</a>. Si no tiene correo registrado, la ORH de su entidad puede entregarle un enlace.</p>
<h2>Me presentaron una constancia</h2>
<p>Compruébela con su código en <a href="/publico/constancia">Verificar una constancia</a>. No necesita cuenta.</p>
<h2>Trabajo en una ORH</h2>
<ul>
<li><strong>Registrar un ingreso:</strong> en Registrar escriba el documento; el portal le dice si la persona es nueva, si ya es conocida o si ya está en su entidad.</li>
<li><strong>Registrar a muchos:</strong> en Planilla suba su hoja de cálculo o pegue las celdas; antes de guardar verá quién entra y qué celdas corregir.</li>
<li><strong>El plan de su entidad:</strong> en Más, Plan, adopte la plantilla de SERVIR, agregue sus actividades, simule y publique. Cada persona conserva la versión con que ingresó.</li>
<li><strong>Marcar lo hecho:</strong> en Tareas y Pendientes marque una o varias a la vez, con su fecha; la evidencia es un PDF o una foto.</li>
<li><strong>Un jefe sin cuenta:</strong> desde la ficha de la persona cree el enlace de su jefe y entrégueselo: marca sus tareas en una sola página.</li>
<li><strong>Preguntar a SERVIR:</strong> en Más, Consultas; verá hasta cuándo debe llegar la respuesta.</li>
<li><strong>Saber qué falta:</strong> su Inicio muestra lo vencido, lo que espera por usted y los datos incompletos.</li>
<li><strong>Corregir o cambiar:</strong> en la ficha, <em>Corregir</em> es para un error; <em>Cambiar</em>, para algo que pasa a ser distinto desde una fecha.</li>
<li><strong>Una persona se va a otra entidad:</strong> proponga la transferencia desde su ficha; la otra ORH la acepta.</li>
<li><strong>Su equipo:</strong> quien dirige la ORH nombra analistas y una persona que lo reemplace hasta una fecha.</li>
</ul>
<h2>Soy jefe o servidor</h2>
<p>Su Inicio muestra las etapas, sus fechas y a quién le toca el siguiente paso; ahí mismo marca sus tareas y adjunta una foto o un PDF. Si un dato suyo está mal, avise a la ORH.</p>
<h2>Trabajo en SERVIR</h2>
<p>El Inicio muestra la edición, sus metas y lo registrado. En Entidades se incorpora a una entidad y se invita a quien dirige su ORH. En Revisión se validan las etapas culminadas, primero las que tienen algo que mirar; en Cifras cada número lleva a su lista; los resultados de los cursos entran por Más, Cursos.</p>
<h2>Mi entidad aún no participa</h2>
<p>Escriba a SERVIR con el nombre y el RUC de la entidad y los datos de quien dirige la ORH.</p>
<h2>Palabras que usa el portal</h2>
<dl class="ficha">
<div><dt>ORH</dt><dd>Oficina de recursos humanos de la entidad, o la que haga sus veces.</dd></div>
<div><dt>Vínculo</dt><dd>El periodo en que una persona trabaja en una entidad.</dd></div>
<div><dt>Etapa vencida</dt><dd>Pasó su fecha límite y nadie la dio por culminada.</dd></div>
<div><dt>Etapa observada</dt><dd>Se revisó y hay algo por corregir; el portal dice quién debe hacerlo.</dd></div>
</dl>
<h2>Contacto</h2>
<p>{{CONTACTO}}. Si vio un error, indique el número de solicitud que aparece al pie de la página.</p>
